import type { RecencyThresholds } from './recency'

/**
 * "At risk" by each customer's own rhythm. The gap that is expected of a customer is its own median gap, shrunk to the
 * median of its group: the fewer gaps it has, the more the group's counts. That is the usual empirical-Bayes weighting of
 * a short history (Efron & Morris 1975, "Data Analysis Using Stein's Estimator and its Generalizations", Journal of the
 * American Statistical Association 70(350)), with a fixed weight in place of estimated variances.
 */

/** How many gaps the group's median is worth. */
export const GROUP_WEIGHT_GAPS = 3
/** A customer's median is one of those that make the group's from so many gaps. */
export const GAPS_FOR_GROUP_MEDIAN = 3
/** A customer is at risk from so many expected gaps. */
export const AT_RISK_AFTER_GAPS = 2
/** However often somebody comes, nobody is at risk within a week. */
export const SHORTEST_AT_RISK_DAYS = 7

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
