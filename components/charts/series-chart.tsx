'use client'

import type { SeriesBucket } from '@/lib/customer-groups/series'
import type { Bucket } from '@/lib/definitions'
import { formatBucket, formatPart } from '@/lib/format/bucket'
import { BUCKET_WORDS } from '@/lib/format/words'
import type { ChartForm, ChartSeries, ShowPoint } from './chart-series'
import { PlotReader, useReadPlace } from './plot-reader'
import { SeriesLegend } from './series-legend'
import { SeriesPlot } from './series-plot'
import { SeriesTable } from './series-table'
import { bucketInWords, partialInWords } from './series-words'

export type SeriesChartProps = {
  /** What the figures are, with the unit of money, as "Revenue, TZS". */
  title: string
  form: ChartForm
  series: readonly ChartSeries[]
  /** All series together in each bucket, as it was counted: the chart adds nothing up across its series. */
  total: { name: string; values: readonly number[] }
  buckets: readonly SeriesBucket[]
  bucket: Bucket
  timeZone: string
  /** Decimals of the figures, 0 for counts. */
  digits: number
  /** Why the figures of the buckets do not add up to the period's; null where they do. */
  notAdding: string | null
  /** The keys of the series that are not drawn; pressing one in the legend asks for it to be hidden or shown. */
  hidden: ReadonlySet<string>
  onToggle: (key: string) => void
  /** How a figure is shown with the way to its explanation; without it there is none. */
  explained?: ShowPoint
}

const LEAST_WIDTH_FOR_LABELS = 640
const LABELS_WIDTH = 132

/** Figures over time, with those of one bucket in words, any series hidden or shown, and all of them as a table. */
export function SeriesChart(props: SeriesChartProps) {
  const { title, form, total, buckets, bucket, timeZone, digits, notAdding, hidden, onToggle, explained } = props
  const { place, read } = useReadPlace(buckets.length)
  const series = props.series.map((one, mark) => ({ ...one, mark }))
  const shown = series.filter(({ key }) => !hidden.has(key))
  const one = buckets[place]
  if (!one) return null
  const rightOf = (width: number) => (form === 'lines' && width >= LEAST_WIDTH_FOR_LABELS ? LABELS_WIDTH : 16)
  return (
    <div>
      <p className="font-medium text-sm tabular-nums">
        {formatBucket(one, bucket)}
        {one.partial && <span className="font-normal text-ink-soft">, {formatPart(one, timeZone)}</span>}
      </p>
      <SeriesLegend {...{ form, series, total, hidden, place, digits, explained, onToggle }} bucket={one} />
      <PlotReader
        label={BUCKET_WORDS[bucket]}
        count={buckets.length}
        inWords={bucketInWords({ ...props, shown }, place)}
        onRead={read}
        {...{ place, rightOf }}
      >
        {(width, bands) => (
          <SeriesPlot series={shown} {...{ title, form, buckets, bucket, digits, place, width, bands }} />
        )}
      </PlotReader>
      <p className="mt-2 max-w-3xl text-ink-soft text-xs leading-5">
        {partialInWords(buckets, bucket, form)} {notAdding}
      </p>
      <SeriesTable
        {...{ title, series, total, buckets, bucket, timeZone, digits, explained }}
        addsUp={notAdding === null}
      />
    </div>
  )
}
