import { expectedGapDays, GAPS_FOR_GROUP_MEDIAN, ownAtRiskAfterDays } from '@/lib/customer-groups/own-rhythm'
import { bandOf, type RecencyRule, wholeDays } from '@/lib/customer-groups/recency'
import { UNCLASSIFIED_GROUP } from '@/lib/definitions'
import { gapsBetween, median } from './visit-gaps'
import type { CustomerSpec } from './workshop'

/**
 * The recency of every customer known before `to`, by name, worked out one by one from what a test has recorded: the
 * independent form to which the SQL is compared.
 */
export function expectedRecency(specs: readonly CustomerSpec[], to: string, ruleOf: (group: string) => RecencyRule) {
  const known = specs.filter((spec) => wasKnown(spec, to)).map((spec) => ({ spec, rhythm: rhythmOf(spec, to) }))
  const groupMedian = (group: string) =>
    median(
      known.flatMap(({ spec, rhythm }) =>
        groupOf(spec) === group && rhythm.gaps.length >= GAPS_FOR_GROUP_MEDIAN ? [median(rhythm.gaps) ?? 0] : [],
      ),
    )
  return known.map(({ spec, rhythm }) => {
    const { own_rhythm, ...thresholds } = ruleOf(groupOf(spec))
    const days = rhythm.last === null ? null : wholeDays(rhythm.last, to)
    const ofGroup = own_rhythm && rhythm.last !== null ? groupMedian(groupOf(spec)) : null
    if (ofGroup === null)
      return {
        name: spec.name,
        band: bandOf(days, thresholds),
        days_since_last_order: days,
        ...thresholds,
        ...NO_RHYTHM,
      }
    const own = median(rhythm.gaps)
    const expected = expectedGapDays(rhythm.gaps.length, own, ofGroup)
    const judged = { ...thresholds, at_risk_after_days: ownAtRiskAfterDays(expected, thresholds) }
    return {
      name: spec.name,
      band: bandOf(days, judged),
      days_since_last_order: days,
      ...judged,
      gaps: rhythm.gaps.length,
      median_gap_days: own,
      group_median_gap_days: ofGroup,
      expected_gap_days: expected,
    }
  })
}

const NO_RHYTHM = { gaps: null, median_gap_days: null, group_median_gap_days: null, expected_gap_days: null }

const groupOf = ({ group = UNCLASSIFIED_GROUP }: CustomerSpec) => group
const before = (at: string, to: string) => Date.parse(at) < Date.parse(to)

function wasKnown({ registeredAt, orders = [] }: CustomerSpec, to: string): boolean {
  const came = orders.some(({ at }) => before(at, to))
  return came || (registeredAt === undefined ? orders.length === 0 : before(registeredAt, to))
}

function rhythmOf({ orders = [] }: CustomerSpec, to: string): { gaps: number[]; last: string | null } {
  const counted = orders.filter(({ at, status }) => status !== 'cancelled' && before(at, to)).map(({ at }) => at)
  const byTime = counted.sort((a, b) => Date.parse(a) - Date.parse(b))
  return { gaps: gapsBetween(counted), last: byTime.at(-1) ?? null }
}
