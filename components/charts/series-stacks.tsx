import { Bar } from '@visx/shape'
import clsx from 'clsx'
import { useId } from 'react'
import type { SeriesBucket } from '@/lib/customer-groups/series'
import { type MarkedSeries, stacksOf } from './chart-series'
import type { PlaceBands, ValueScale } from './plot-bands'
import { stackFill } from './series-mark'

/** A narrower bar would be nothing but its outline. */
const LEAST_OUTLINED = 5

type SeriesStacksProps = {
  series: readonly MarkedSeries[]
  buckets: readonly SeriesBucket[]
  bands: PlaceBands
  y: ValueScale['y']
}

/** A bar for each bucket, with the series upon each other; hatched where the bucket is partial. */
export function SeriesStacks({ series, buckets, bands, y }: SeriesStacksProps) {
  const hatch = useId()
  const width = bands.bandwidth()
  const stacks = stacksOf(series)
  return (
    <>
      <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={3} height={6} className="fill-surface" />
      </pattern>
      {buckets.map(({ first_day, partial }, place) => {
        const parts = stacks[place] ?? []
        const top = y(parts.at(-1)?.to ?? 0)
        return (
          <g key={first_day}>
            {parts.map(({ series: { key, tint, mark }, from, to }) => (
              <Bar
                key={key}
                x={bands(place)}
                y={y(to)}
                width={width}
                height={y(from) - y(to)}
                className={clsx(tint, stackFill(mark), width < LEAST_OUTLINED && 'stroke-0')}
              />
            ))}
            {partial && <Bar x={bands(place)} y={top} width={width} height={y(0) - top} fill={`url(#${hatch})`} />}
          </g>
        )
      })}
    </>
  )
}
