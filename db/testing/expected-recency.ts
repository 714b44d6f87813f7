import { Temporal } from 'temporal-polyfill'
import type { Placement } from '@/lib/customer-groups/placement'
import { DEFAULT_RECENCY_RULE } from '@/lib/customer-groups/recency'
import { counted, type Person, type Question, type Told } from './question'
import { bandOf } from './recency-forms'
import { recencyOfEach } from './recency-reference'

type Recency = ReturnType<typeof recencyOfEach>[number]
type Move = Pick<Extract<Placement, { kind: 'recency' }>, 'moves_on' | 'moves_to'>

/** The band of each of these people at the end of the window. Rhythms of a type are those of all its customers. */
export function recencyPlacements({ records, to }: Question, people: readonly Person[]): Told[] {
  const { recencyRules, customers, timeZone } = records
  const came = customers.map(({ type, orders }) => ({
    group: type,
    counted: counted(orders).flatMap(({ at }) => (at < to ? [text(at)] : [])),
  }))
  const each = recencyOfEach(
    came,
    text(to),
    (type) => recencyRules.get(type) ?? recencyRules.get(null) ?? DEFAULT_RECENCY_RULE,
  )
  return people.flatMap(({ customer }) => {
    const index = customers.indexOf(customer)
    const recency = each[index]
    if (!recency) return []
    const last = Math.max(...(came[index]?.counted ?? []).map(Date.parse))
    return [{ group: recency.band, placement: placementOf(recency, moveOf(recency, last, timeZone)) }]
  })
}

function placementOf(recency: Recency, move: Move): Placement {
  const { gaps, median_gap_days, group_median_gap_days, expected_gap_days, ...told } = recency
  const rhythm =
    gaps === null || group_median_gap_days === null || expected_gap_days === null
      ? null
      : { gaps, median_gap_days, group_median_gap_days, expected_gap_days }
  return { kind: 'recency', ...told, rhythm, ...move }
}

/** Day after day without an order, until the band is another one. */
function moveOf(recency: Recency, last: number, timeZone: string): Move {
  const { band, days_since_last_order, dormant_after_days } = recency
  for (let days = days_since_last_order ?? Number.POSITIVE_INFINITY; days <= dormant_after_days + 1; days++) {
    const later = bandOf(days, recency)
    if (later === band) continue
    const at = Temporal.Instant.fromEpochMilliseconds(last + days * 86_400_000)
    return { moves_on: at.toZonedDateTimeISO(timeZone).toPlainDate().toString(), moves_to: later }
  }
  return { moves_on: null, moves_to: null }
}

const text = (at: number) => new Date(at).toISOString()
