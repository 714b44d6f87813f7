import { Amount } from '@/components/ui/amount'
import type { SeriesBucket } from '@/lib/customer-groups/series'
import type { ChartForm, MarkedSeries, ShowPoint } from './chart-series'
import { SeriesMark } from './series-mark'

type SeriesLegendProps = {
  form: ChartForm
  series: readonly MarkedSeries[]
  total: { name: string; values: readonly number[] }
  hidden: ReadonlySet<string>
  place: number
  digits: number
  /** What is read, and how its total is shown with the way to its explanation. */
  bucket: SeriesBucket
  explained: ShowPoint | undefined
  onToggle: (key: string) => void
}

/** Which series is drawn how and what it is at the place that is read; a press hides it or brings it back. */
export function SeriesLegend(props: SeriesLegendProps) {
  const { form, series, total, hidden, place, digits, bucket, explained, onToggle } = props
  const value = total.values[place] ?? 0
  const amount = <Amount value={value} digits={digits} />
  return (
    <ul className="-mx-1.5 mt-1 grid grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))] gap-1 text-sm tabular-nums">
      {series.map(({ key, name, tint, mark, values }) => (
        <li key={key}>
          <button
            type="button"
            aria-pressed={!hidden.has(key)}
            onClick={() => onToggle(key)}
            title={name}
            className={`${tint} group/series min-h-10 w-full rounded-box px-1.5 py-1 text-left transition-colors duration-150 hover:bg-raised`}
          >
            <span className="flex items-center gap-1.5 text-ink-soft text-xs">
              <SeriesMark form={form} mark={mark} className="group-aria-[pressed=false]/series:opacity-30" />
              <bdi className="truncate group-aria-[pressed=false]/series:line-through">{name}</bdi>
            </span>{' '}
            <span className="mt-0.5 block font-medium group-aria-[pressed=false]/series:font-normal group-aria-[pressed=false]/series:text-ink-soft">
              {hidden.has(key) ? 'hidden' : <Amount value={values[place] ?? 0} digits={digits} />}
            </span>
          </button>
        </li>
      ))}
      <li className="px-1.5 py-1">
        <span className="block text-ink-soft text-xs">{total.name}</span>{' '}
        <span className="mt-0.5 block font-medium">
          {explained ? explained({ key: '', name: total.name, value, bucket, byArrows: false }, amount) : amount}
        </span>
      </li>
    </ul>
  )
}
