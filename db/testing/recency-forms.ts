import { AT_RISK_AFTER_GAPS, GROUP_WEIGHT_GAPS, SHORTEST_AT_RISK_DAYS } from '@/lib/customer-groups/own-rhythm'
import type { RecencyBand, RecencyThresholds } from '@/lib/customer-groups/recency'

const DAY_MS = 86_400_000

/** Whole days from one instant to a later one, in units of 24 hours whatever clocks do. */
export function wholeDays(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** The band of a customer whose last counted order was so many whole days ago; null where it has none. */
export function bandOf(daysSinceLastOrder: number | null, thresholds: RecencyThresholds): RecencyBand {
  if (daysSinceLastOrder === null) return 'never'
  if (daysSinceLastOrder <= thresholds.at_risk_after_days) return 'active'
  if (daysSinceLastOrder <= thresholds.lapsed_after_days) return 'at_risk'
  return daysSinceLastOrder <= thresholds.dormant_after_days ? 'lapsed' : 'dormant'
}

/** The days after which a customer is expected again; `median` is null where there is no gap. */
export function expectedGapDays(gaps: number, median: number | null, groupMedian: number): number {
  return (gaps * (median ?? 0) + GROUP_WEIGHT_GAPS * groupMedian) / (gaps + GROUP_WEIGHT_GAPS)
}

/** Two expected gaps, rounded half up, at least a week, and below the threshold of lapsed, so that the bands keep their order. */
export function ownAtRiskAfterDays(
  expected: number,
  { lapsed_after_days }: Pick<RecencyThresholds, 'lapsed_after_days'>,
): number {
  const rounded = Math.floor(AT_RISK_AFTER_GAPS * expected + 0.5)
  return Math.min(Math.max(rounded, SHORTEST_AT_RISK_DAYS), lapsed_after_days - 1)
}
