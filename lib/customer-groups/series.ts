import { z } from 'zod'
import { BUCKETS } from '@/lib/definitions'
import { isoInstant, money, whole } from '@/lib/figures'
import { groupsMetaSchema } from './answer-meta'

/** A day of the business's clock, as 2026-03-31. */
const localDay = z.iso.date()

export const seriesBucketSchema = z.object({
  /** The whole day, week or month, both days included. */
  first_day: localDay,
  last_day: localDay,
  /** What of it lies in the window, half-open: all of it unless it is partial. */
  from: isoInstant,
  to: isoInstant,
  partial: z.boolean(),
})
export type SeriesBucket = z.infer<typeof seriesBucketSchema>

const counts = z.array(whole)

/**
 * One figure for each bucket. Orders and revenue of the buckets add up to the window's. Customers do not: who comes in
 * two buckets is active in both. New is an active customer whose first counted order ever lies inside the bucket.
 */
export const seriesFiguresSchema = z.object({
  total_orders: counts,
  service_orders: counts,
  sales_orders: counts,
  consultation_orders: counts,
  revenue: z.array(money),
  active_customers: counts,
  new_customers: counts,
  returning_customers: counts,
})
export type SeriesFigures = z.infer<typeof seriesFiguresSchema>

export const seriesAnswerSchema = z
  .object({
    success: z.literal(true),
    /** What the buckets are, also where `auto` was asked for. */
    bucket: z.enum(BUCKETS),
    buckets: z.array(seriesBucketSchema).min(1),
    /** By key, in the order in which they are shown; `color` is the number of the group's colour. */
    groups: z.record(z.string(), seriesFiguresSchema.extend({ name: z.string(), color: z.int() })),
    totals: seriesFiguresSchema,
    meta: groupsMetaSchema.omit({ activity: true }),
  })
  .refine(
    ({ buckets, groups, totals }) => [totals, ...Object.values(groups)].every(isOfLength(buckets.length)),
    'has a series without a figure for each bucket',
  )
export type SeriesAnswer = z.infer<typeof seriesAnswerSchema>

function isOfLength(length: number) {
  return (figures: SeriesFigures) =>
    Object.values(figures).every((values) => !Array.isArray(values) || values.length === length)
}
