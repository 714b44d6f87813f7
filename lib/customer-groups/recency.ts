import { z } from 'zod'

/** How long ago a customer's last counted order is, in bands that partition the customers; `docs/metrics.md` has the words. */
export const RECENCY_BANDS = ['active', 'at_risk', 'lapsed', 'dormant', 'never'] as const
export type RecencyBand = (typeof RECENCY_BANDS)[number]

export const RECENCY_BAND_WORDS: Record<RecencyBand, string> = {
  active: 'Active',
  at_risk: 'At risk',
  lapsed: 'Lapsed',
  dormant: 'Dormant',
  never: 'No order yet',
}

/** The last day, counted from the last order, of active, at risk and lapsed: each smaller than the next. */
export type RecencyThresholds = { at_risk_after_days: number; lapsed_after_days: number; dormant_after_days: number }

/** By which thresholds a business or a group judges its customers, and whether by each one's own rhythm. */
export type RecencyRule = RecencyThresholds & { own_rhythm: boolean }

/** What holds where nobody has said anything else. */
export const DEFAULT_RECENCY_RULE: RecencyRule = {
  at_risk_after_days: 90,
  lapsed_after_days: 180,
  dormant_after_days: 365,
  own_rhythm: false,
}

export const RECENCY_DAYS_LIMIT = 3650

const days = z.int().min(0)
const localDay = z.iso.date()

/** The rhythm by which a customer's own threshold came about: days between visits, medians of whole days. */
export const rhythmSchema = z.object({
  /** Between visits, of the customer. */
  gaps: z.int().min(0),
  /** Null without a gap. */
  median_gap_days: z.number().nullable(),
  group_median_gap_days: z.number(),
  /** After how many days the customer is expected back. */
  expected_gap_days: z.number(),
})

/** Why a customer is in its band, and what moves it without another order; another order makes it active at once. */
export const recencyPlacementSchema = z.object({
  kind: z.literal('recency'),
  band: z.enum(RECENCY_BANDS),
  days_since_last_order: days.nullable(),
  at_risk_after_days: days,
  lapsed_after_days: days,
  dormant_after_days: days,
  /** Null where the threshold is the same for all of the group. */
  rhythm: rhythmSchema.nullable(),
  moves_on: localDay.nullable(),
  moves_to: z.enum(RECENCY_BANDS).nullable(),
})
