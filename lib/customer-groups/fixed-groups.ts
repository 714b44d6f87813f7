import type { GroupBy } from '@/lib/definitions'
import { RECENCY_BAND_WORDS, RECENCY_BANDS, type RecencyBand } from './recency'
import { RFM_SEGMENT_WORDS, RFM_SEGMENTS, type RfmSegment } from './rfm'

/** A group that is the same in every installation; `color` is the number of one in `lib/group-colors.ts`. */
export type FixedGroup = { key: string; name: string; color: number }

/** The groups by how an active customer came to be one. */
export const VISIT_GROUPS = [
  { key: 'new', name: 'New', color: 1 },
  { key: 'returning', name: 'Returning', color: 3 },
  { key: 'without_order', name: 'Without an order', color: 5 },
] as const satisfies readonly FixedGroup[]

const RECENCY_COLORS: Record<RecencyBand, number> = { active: 3, at_risk: 2, lapsed: 1, dormant: 5, never: 4 }

/** The groups by how long ago the last counted order is. */
export const RECENCY_GROUPS: readonly FixedGroup[] = RECENCY_BANDS.map((key) => ({
  key,
  name: RECENCY_BAND_WORDS[key],
  color: RECENCY_COLORS[key],
}))

const RFM_COLORS: Record<RfmSegment, number> = {
  champions: 3,
  loyal: 1,
  promising: 6,
  needs_attention: 2,
  at_risk: 7,
  hibernating: 8,
  no_order: 5,
}

/** The groups by recency, frequency and monetary value. */
export const RFM_GROUPS: readonly FixedGroup[] = RFM_SEGMENTS.map((key) => ({
  key,
  name: RFM_SEGMENT_WORDS[key],
  color: RFM_COLORS[key],
}))

/** The groups of what customers are grouped by, where they are neither rows of customer types nor of branches. */
export const FIXED_GROUPS: Record<Exclude<GroupBy, 'type' | 'branch'>, readonly FixedGroup[]> = {
  visit: VISIT_GROUPS,
  recency: RECENCY_GROUPS,
  rfm: RFM_GROUPS,
}
