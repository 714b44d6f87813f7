import { type MarkedSeries, spreadLabels } from './chart-series'
import type { ValueScale } from './plot-bands'
import { SeriesMark } from './series-mark'

const LABEL_HEIGHT = 16

type SeriesEndLabelsProps = { series: readonly MarkedSeries[]; y: ValueScale['y']; left: number; top: number }

/** The names of the lines at their ends, as far as they have room above each other; the legend has them all. */
export function SeriesEndLabels({ series, y, left, top }: SeriesEndLabelsProps) {
  const bottom = y(0)
  if (series.length * LABEL_HEIGHT > bottom) return null
  const heights = spreadLabels(
    series.map(({ values }) => y(values.at(-1) ?? 0)),
    LABEL_HEIGHT,
    bottom,
  )
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-y-0 right-0" style={{ left }}>
      {series.map(({ key, name, tint, mark }, index) => (
        <p
          key={key}
          style={{ top: top + (heights[index] ?? 0) - LABEL_HEIGHT / 2 }}
          className={`${tint} absolute inset-x-0 flex items-center gap-1.5 text-xs leading-4`}
        >
          <SeriesMark form="lines" mark={mark} />
          <bdi className="truncate">{name}</bdi>
        </p>
      ))}
    </div>
  )
}
