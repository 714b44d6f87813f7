import { z } from 'zod'
import type { SeriesFigures } from '@/lib/customer-groups/series'
import { toMajor } from '@/lib/money'
import { whole } from './row-values'

/** What one bucket has in it; `bucket` counts from 1, amounts are in minor units. */
export const seriesRow = z.object({
  bucket: whole,
  active_customers: whole,
  new_customers: whole,
  service_orders: whole,
  sales_orders: whole,
  consultation_orders: whole,
  total_orders: whole,
  revenue_minor: whole,
})
type SeriesRow = z.output<typeof seriesRow>

/** One figure for each of so many buckets, 0 where nothing was; `digits` are the currency's. */
export function toFigures(rows: readonly SeriesRow[], buckets: number, digits: number): SeriesFigures {
  const byBucket = new Map(rows.map((row) => [row.bucket, row]))
  const each = (figure: (row: SeriesRow) => number) =>
    Array.from({ length: buckets }, (_, index) => {
      const row = byBucket.get(index + 1)
      return row ? figure(row) : 0
    })
  return {
    total_orders: each((row) => row.total_orders),
    service_orders: each((row) => row.service_orders),
    sales_orders: each((row) => row.sales_orders),
    consultation_orders: each((row) => row.consultation_orders),
    revenue: each((row) => toMajor(row.revenue_minor, digits)),
    active_customers: each((row) => row.active_customers),
    new_customers: each((row) => row.new_customers),
    returning_customers: each((row) => row.active_customers - row.new_customers),
  }
}
