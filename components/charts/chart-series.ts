import type { ReactNode } from 'react'
import type { SeriesBucket } from '@/lib/customer-groups/series'

/** Figures of one kind, one for each bucket, under a name and in a colour. */
export type ChartSeries = { key: string; name: string; tint: string; values: readonly number[] }

/** One figure of a chart; the key of all series together is empty. */
export type ChartPoint = { key: string; name: string; value: number; bucket: SeriesBucket; byArrows: boolean }

/** Shows a point's figure together with what can be done with it. */
export type ShowPoint = (point: ChartPoint, figure: ReactNode) => ReactNode

/** A series with its number from 0, by which it is told from the others without its colour. */
export type MarkedSeries = ChartSeries & { mark: number }

/** A line for each series, or bars in which they stand upon each other, the first one below. */
export type ChartForm = 'lines' | 'stacks'

/** The highest value that a chart of these series has to show. */
export function highestOf(series: readonly ChartSeries[], form: ChartForm): number {
  if (form === 'lines') return Math.max(0, ...series.flatMap(({ values }) => values))
  return Math.max(0, ...stacksOf(series).map((parts) => parts.at(-1)?.to ?? 0))
}

export type StackPart<Series> = { series: Series; from: number; to: number }

/** For each bucket, from where to where each series reaches when they stand upon each other. */
export function stacksOf<Series extends ChartSeries>(series: readonly Series[]): StackPart<Series>[][] {
  const count = series[0]?.values.length ?? 0
  return Array.from({ length: count }, (_, place) => {
    let top = 0
    return series.map((one) => {
      const from = top
      top += one.values[place] ?? 0
      return { series: one, from, to: top }
    })
  })
}

export type Stretch = { first: number; last: number; partial: boolean }

/** A line from bucket to bucket in stretches: those that begin or end in a partial bucket, and those between whole ones. */
export function stretchesOf(buckets: readonly Pick<SeriesBucket, 'partial'>[]): Stretch[] {
  const stretches: Stretch[] = []
  for (let place = 1; place < buckets.length; place++) {
    const partial = (buckets[place - 1]?.partial || buckets[place]?.partial) ?? false
    const before = stretches.at(-1)
    if (before && before.partial === partial) before.last = place
    else stretches.push({ first: place - 1, last: place, partial })
  }
  return stretches
}

/** Heights for labels that want to be at `wanted`, in the same order: `gap` apart from each other and above `bottom`. */
export function spreadLabels(wanted: readonly number[], gap: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const heights = [...wanted]
  let free = Number.NEGATIVE_INFINITY
  for (const index of order) {
    heights[index] = Math.max(wanted[index] ?? 0, free)
    free = (heights[index] ?? 0) + gap
  }
  let below = bottom
  for (const index of order.reverse()) {
    heights[index] = Math.min(heights[index] ?? 0, below)
    below = (heights[index] ?? 0) - gap
  }
  return heights
}
