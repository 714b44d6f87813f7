import { GAPS_FOR_GROUP_MEDIAN } from '@/lib/customer-groups/own-rhythm'
import type { RecencyRule } from '@/lib/customer-groups/recency'
import { UNCLASSIFIED_GROUP } from '@/lib/definitions'
import { bandOf, expectedGapDays, ownAtRiskAfterDays, wholeDays } from './recency-forms'
import { gapsBetween, median } from './visit-gaps'
import type { CustomerSpec } from './workshop'

/** A customer's type and its counted orders before the instant that is asked about. */
export type Came = { group: string; counted: readonly string[] }

/**
 * The recency of all customers known before `to`, in their order, worked out one by one: the independent form to which
 * the SQL is compared.
 */
export function recencyOfEach(all: readonly Came[], to: string, ruleOf: (group: string) => RecencyRule) {
  const rhythms = all.map(({ group, counted }) => ({ group, gaps: gapsBetween(counted), last: latest(counted) }))
  const groupMedian = (group: string) =>
    median(
      rhythms.flatMap((one) =>
        one.group === group && one.gaps.length >= GAPS_FOR_GROUP_MEDIAN ? [median(one.gaps) ?? 0] : [],
      ),
    )
  return rhythms.map(({ group, gaps, last }) => {
    const { own_rhythm, ...thresholds } = ruleOf(group)
    const days = last === null ? null : wholeDays(last, to)
    const ofGroup = own_rhythm && last !== null ? groupMedian(group) : null
    if (ofGroup === null)
      return { band: bandOf(days, thresholds), days_since_last_order: days, ...thresholds, ...NO_RHYTHM }
    const own = median(gaps)
    const expected = expectedGapDays(gaps.length, own, ofGroup)
    const judged = { ...thresholds, at_risk_after_days: ownAtRiskAfterDays(expected, thresholds) }
    return {
      band: bandOf(days, judged),
      days_since_last_order: days,
      ...judged,
      gaps: gaps.length,
      median_gap_days: own,
      group_median_gap_days: ofGroup,
      expected_gap_days: expected,
    }
  })
}

/** The same of what a test has recorded, by name. */
export function expectedRecency(specs: readonly CustomerSpec[], to: string, ruleOf: (group: string) => RecencyRule) {
  const known = specs.filter((spec) => wasKnown(spec, to))
  const came = known.map(({ group = UNCLASSIFIED_GROUP, orders = [] }) => ({
    group,
    counted: orders.filter(({ at, status }) => status !== 'cancelled' && before(at, to)).map(({ at }) => at),
  }))
  return recencyOfEach(came, to, ruleOf).map((recency, index) => ({ name: known[index]?.name ?? '', ...recency }))
}

const NO_RHYTHM = { gaps: null, median_gap_days: null, group_median_gap_days: null, expected_gap_days: null }

const before = (at: string, to: string) => Date.parse(at) < Date.parse(to)

const latest = (instants: readonly string[]) =>
  [...instants].sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null

function wasKnown({ registeredAt, orders = [] }: CustomerSpec, to: string): boolean {
  const came = orders.some(({ at }) => before(at, to))
  return came || (registeredAt === undefined ? orders.length === 0 : before(registeredAt, to))
}
