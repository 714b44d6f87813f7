import { Amount } from '@/components/ui/amount'
import { useArrowKeys } from '@/components/ui/use-arrow-keys'
import type { SeriesBucket } from '@/lib/customer-groups/series'
import type { ChartForm, ChartPoint, MarkedSeries, ShowPoint } from './chart-series'
import { SeriesMark } from './series-mark'

type SeriesLegendProps = {
  form: ChartForm
  series: readonly MarkedSeries[]
  total: { name: string; values: readonly number[] }
  hidden: ReadonlySet<string>
  place: number
  digits: number
  /** What is read, and how a figure of it is shown with the way to its explanation. */
  bucket: SeriesBucket
  explained: ShowPoint | undefined
  onToggle: (key: string) => void
}

/**
 * Which series is drawn how and what it is at the place that is read; a press on it hides it or brings it back. The total's
 * figure is a stop of the keyboard, from which the arrow keys go to the others.
 */
export function SeriesLegend(props: SeriesLegendProps) {
  const { form, series, total, hidden, place, digits, bucket, explained, onToggle } = props
  const list = useArrowKeys('ul')
  const shown = (point: Omit<ChartPoint, 'bucket'>) => {
    const amount = <Amount value={point.value} digits={digits} />
    return explained ? explained({ ...point, bucket }, amount) : amount
  }
  return (
    <ul
      ref={list}
      className="-mx-1.5 mt-1 grid grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))] gap-1 text-sm tabular-nums"
    >
      {series.map(({ key, name, tint, mark, values }) => (
        <li
          key={key}
          className={`${tint} relative rounded-box px-1.5 pt-5.5 pb-1 transition-colors duration-150 hover:bg-raised`}
        >
          <button
            type="button"
            aria-pressed={!hidden.has(key)}
            onClick={() => onToggle(key)}
            title={name}
            className="group/series absolute inset-0 grid grid-cols-[auto_minmax(0,1fr)] content-start items-center gap-1.5 rounded-box px-1.5 py-1 text-left text-ink-soft text-xs"
          >
            <SeriesMark form={form} mark={mark} className="group-aria-[pressed=false]/series:opacity-30" />
            <bdi className="truncate group-aria-[pressed=false]/series:line-through">{name}</bdi>
          </button>
          {hidden.has(key) ? (
            <span className="block text-ink-soft">hidden</span>
          ) : (
            <span className="block font-medium">{shown({ key, name, value: values[place] ?? 0, byArrows: true })}</span>
          )}
        </li>
      ))}
      <li className="px-1.5 py-1">
        <span className="block text-ink-soft text-xs">{total.name}</span>{' '}
        <span className="mt-0.5 block font-medium">
          {shown({ key: '', name: total.name, value: total.values[place] ?? 0, byArrows: false })}
        </span>
      </li>
    </ul>
  )
}
