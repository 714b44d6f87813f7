import { z } from 'zod'
import { money, whole } from '@/lib/figures'

/**
 * Recency, frequency and monetary value of the customers that bought in a window, each scored from 1 to 5, and the segment
 * that follows. Quintiles are Hughes' (1994, "Strategic Database Marketing"); that equal values get equal scores, and that
 * few customers are scored by fixed bands, answers what Miglautsch (2000, "Thoughts on RFM scoring", Journal of Database
 * Marketing 8(1)) finds wrong with cutting a sorted list in five. The segments lay the recency score against the mean of
 * the other two, as is usual.
 */
export const RFM_SEGMENTS = [
  'champions',
  'loyal',
  'promising',
  'needs_attention',
  'at_risk',
  'hibernating',
  'no_order',
] as const
export type RfmSegment = (typeof RFM_SEGMENTS)[number]

export const RFM_SEGMENT_WORDS: Record<RfmSegment, string> = {
  champions: 'Champions',
  loyal: 'Loyal',
  promising: 'Promising',
  needs_attention: 'Needs attention',
  at_risk: 'At risk',
  hibernating: 'Hibernating',
  no_order: 'No order in the period',
}

/** From so many buyers on, scores are quintiles; of fewer, fixed bands. */
export const BUYERS_FOR_QUINTILES = 50

/** A value scores 1, and one more for each of these that it exceeds: four, none smaller than the one before. */
export type Cuts = readonly [number, number, number, number]

/** Fixed bands of days since the last order: up to 30 days score 5, up to 90 days 4, 180 days 3, 365 days 2, more 1. */
export const FIXED_RECENCY_DAYS: Cuts = [365, 180, 90, 30]
/** Fixed bands of orders: 1, 2, 3, 4 to 5, and 6 or more. */
export const FIXED_ORDERS: Cuts = [1, 2, 3, 5]
/** Fixed bands of revenue, as quarters of the average revenue per buyer: from a quarter, a half, the whole and twice of it. */
export const FIXED_REVENUE_QUARTERS: Cuts = [1, 2, 4, 8]

const score = z.int().min(1).max(5).nullable()

/** Why a customer is in its segment. Scores are null without an order in the window. */
export const rfmPlacementSchema = z.object({
  kind: z.literal('rfm'),
  segment: z.enum(RFM_SEGMENTS),
  /** Whole days from the last order in the window to its end. */
  recency_days: whole.nullable(),
  orders: whole,
  revenue: money,
  r: score,
  f: score,
  m: score,
  /** Whether the scores are of fixed bands, for there are too few buyers for quintiles. */
  fixed: z.boolean(),
  /** From which value on each score would be higher, as the others stand; null where it is the highest. */
  next: z.object({ recency_days: whole.nullable(), orders: whole.nullable(), revenue: money.nullable() }),
})
