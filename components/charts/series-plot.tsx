import { Group } from '@visx/group'
import type { SeriesBucket } from '@/lib/customer-groups/series'
import type { Bucket } from '@/lib/definitions'
import { formatBucketShort } from '@/lib/format/bucket'
import { type ChartForm, highestOf, type MarkedSeries } from './chart-series'
import { AXIS_HEIGHT, PlaceAxis, ReadBand, ValueAxis } from './plot-axes'
import { labelledPlaces, PLOT_LEFT, type PlaceBands, valueScale } from './plot-bands'
import { SeriesEndLabels } from './series-end-labels'
import { SeriesLines } from './series-lines'
import { SeriesStacks } from './series-stacks'

const TOP = 30
const HEIGHT = 200
const BOTTOM = TOP + HEIGHT
const LABEL_WIDTH = { day: 52, week: 52, month: 68 } as const satisfies Record<Bucket, number>

type SeriesPlotProps = {
  title: string
  form: ChartForm
  series: readonly MarkedSeries[]
  buckets: readonly SeriesBucket[]
  bucket: Bucket
  digits: number
  place: number
  width: number
  bands: PlaceBands
}

/** Lines or stacked bars over one row of buckets, on a scale that begins at 0. */
export function SeriesPlot(props: SeriesPlotProps) {
  const { title, form, series, buckets, bucket, digits, place, width, bands } = props
  const { y, ticks } = valueScale(highestOf(series, form), HEIGHT, digits === 0)
  const right = bands.range()[1]
  return (
    <>
      <svg width={width} height={BOTTOM + AXIS_HEIGHT} aria-hidden="true" className="block max-w-full overflow-visible">
        <ReadBand bands={bands} place={place} height={BOTTOM} />
        <text y={12} className="fill-ink-soft text-xs">
          {title}
        </text>
        <Group top={TOP}>
          {ticks.map((tick) => (
            <line key={tick} x1={PLOT_LEFT} x2={right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          ))}
          {form === 'lines' ? (
            <SeriesLines {...{ series, buckets, place, bands, y }} />
          ) : (
            <SeriesStacks {...{ series, buckets, bands, y }} />
          )}
          <ValueAxis scale={y} ticks={ticks} />
        </Group>
        <PlaceAxis
          top={BOTTOM}
          bands={bands}
          places={labelledPlaces(bands, LABEL_WIDTH[bucket])}
          labelOf={(at) => (buckets[at] ? formatBucketShort(buckets[at], bucket) : '')}
        />
      </svg>
      {form === 'lines' && right < width - 40 && <SeriesEndLabels series={series} y={y} left={right + 4} top={TOP} />}
    </>
  )
}
