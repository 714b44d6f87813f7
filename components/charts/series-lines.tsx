import { LinePath } from '@visx/shape'
import type { SeriesBucket } from '@/lib/customer-groups/series'
import { type MarkedSeries, stretchesOf } from './chart-series'
import { middleOf, type PlaceBands, type ValueScale } from './plot-bands'
import { LinePoint } from './series-mark'

/** Where buckets are nearer to each other than `near`, a line has a mark only every `apart` pixels. */
const MARKS = { near: 16, apart: 56 }

type SeriesLinesProps = {
  series: readonly MarkedSeries[]
  buckets: readonly SeriesBucket[]
  place: number
  bands: PlaceBands
  y: ValueScale['y']
}

/** A line for each series, dashed to and from a partial bucket. */
export function SeriesLines({ series, buckets, place, bands, y }: SeriesLinesProps) {
  const stretches = stretchesOf(buckets)
  const every = bands.step() < MARKS.near ? Math.ceil(MARKS.apart / Math.max(bands.step(), 0.1)) : 1
  return series.map(({ key, tint, mark, values }) => {
    const x = (at: number) => middleOf(bands, at)
    const height = (at: number) => y(values[at] ?? 0)
    // Lines with few marks have them at different places, so that two lines that run together can be told apart.
    const marked = bands.domain().filter((at) => at === place || buckets[at]?.partial || at % every === mark % every)
    return (
      <g key={key} className={tint}>
        {stretches.map(({ first, last, partial }) => (
          <LinePath
            key={first}
            data={bands.domain().slice(first, last + 1)}
            x={x}
            y={height}
            strokeWidth={2}
            strokeDasharray={partial ? '2 4' : undefined}
            strokeLinecap="round"
            strokeLinejoin="round"
            className="stroke-(--tint)"
          />
        ))}
        {marked.map((at) => (
          <LinePoint
            key={at}
            mark={mark}
            x={x(at)}
            y={height(at)}
            hollow={buckets[at]?.partial}
            radius={at === place ? 5 : 3.5}
          />
        ))}
      </g>
    )
  })
}
