import clsx from 'clsx'
import type { SeriesBucket } from '@/lib/customer-groups/series'

const HEIGHT = 40
/** Few buckets are not drawn wider than if they were this many. */
const LEAST_PLACES = 8
/** More buckets have no room between them. */
const MOST_APART = 60

type SparklineProps = {
  values: readonly number[]
  buckets: readonly Pick<SeriesBucket, 'first_day' | 'partial'>[]
  /** The value at the full height; given to all of some sparklines, they can be compared. The highest value if left out. */
  most?: number
  /** The same for those who do not see it. */
  inWords: string
}

/** Small bars from 0 in the colour of what they stand in, as wide as there is room; a partial bucket is lighter. */
export function Sparkline({ values, buckets, most = Math.max(...values), inWords }: SparklineProps) {
  const places = Math.max(LEAST_PLACES, values.length)
  const gap = places > MOST_APART ? 0 : 0.2
  return (
    <div>
      <p className="sr-only">{inWords}</p>
      <svg
        viewBox={`0 0 ${places} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="block h-10 w-full border-line border-b"
      >
        {buckets.map(({ first_day, partial }, place) => {
          const height = most > 0 ? ((values[place] ?? 0) / most) * HEIGHT : 0
          return (
            <rect
              key={first_day}
              x={place + gap / 2}
              width={1 - gap}
              y={HEIGHT - height}
              height={height}
              className={clsx('fill-(--tint)', partial && 'opacity-45')}
            />
          )
        })}
      </svg>
    </div>
  )
}
