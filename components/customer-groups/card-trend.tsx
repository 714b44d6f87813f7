'use client'

import { createContext, useContext } from 'react'
import { Sparkline } from '@/components/charts/sparkline'
import type { SeriesAnswer } from '@/lib/customer-groups/series'
import { formatQuantity } from '@/lib/format/number'

const PARTS = { day: 'day', week: 'week', month: 'month' } as const

type CardTrendProps = { groupKey: string; name: string }

/** The figures over time, which come after the cards: of these their trends alone are drawn again then. */
export const TrendContext = createContext<SeriesAnswer | undefined>(undefined)

/** A group's revenue over time in small; the place is kept free until it is there. Each card has a scale of its own. */
export function CardTrend({ groupKey, name }: CardTrendProps) {
  const series = useContext(TrendContext)
  const values = series?.groups[groupKey]?.revenue
  return (
    <div className="mt-3 min-h-14.5">
      {series && values && (
        <>
          <p aria-hidden="true" className="mb-1 text-ink-soft text-xs leading-3.5">
            Revenue by {PARTS[series.bucket]}
          </p>
          <Sparkline values={values} buckets={series.buckets} inWords={inWords(name, series, values)} />
        </>
      )}
    </div>
  )
}

function inWords(name: string, { bucket, buckets }: SeriesAnswer, values: readonly number[]): string {
  const parts = formatQuantity(buckets.length, PARTS[bucket])
  const busy = values.filter((value) => value > 0).length
  return `Revenue of ${name} over ${parts}, with some in ${busy} of them. The chart below has the figures.`
}
