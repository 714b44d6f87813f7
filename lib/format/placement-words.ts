import type { Placement } from '@/lib/customer-groups/placement'
import { RECENCY_BAND_WORDS, type RecencyBand } from '@/lib/customer-groups/recency'
import { formatDate } from './date'
import { formatMoney, formatQuantity } from './number'

/** What the words of a placement need beside it: the group's name, the beginning of the period, clock and currency. */
type PlacementFrame = {
  groupName: string
  from: string
  business: { timeZone: string; currency: string; currencyDigits: number }
}
type Of<Kind extends Placement['kind']> = Extract<Placement, { kind: Kind }>

/**
 * Why a customer is in its group: "Company since 3 Mar 2025", "home branch", "first order on 3 Mar 2026, in the period";
 * in a band or segment its values against the thresholds, and what would move it.
 */
export function placementInWords(placement: Placement, frame: PlacementFrame): string {
  switch (placement.kind) {
    case 'type':
      return `${isolated(frame.groupName)} ${sinceInWords(placement, frame)}`
    case 'branch':
      return placement.is_home ? 'home branch' : 'has an order here'
    case 'visit':
      return firstOrderInWords(placement, frame)
    case 'recency':
      return recencyInWords(placement)
    case 'rfm':
      return rfmInWords(placement, frame)
  }
}

function sinceInWords({ since, until }: Of<'type'>, { business: { timeZone } }: PlacementFrame): string {
  if (until !== null) return `until ${formatDate(until, timeZone)}`
  return since === null ? 'from the beginning' : `since ${formatDate(since, timeZone)}`
}

function firstOrderInWords(
  { first_order_date: first, is_active }: Of<'visit'>,
  { from, business: { timeZone } }: PlacementFrame,
): string {
  if (first === null) return 'no order yet'
  const day = formatDate(first, timeZone)
  // An order of another type or branch than asked for may lie in the period all the same.
  if (!is_active) return `no such order in the period, the first one ever on ${day}`
  return `first order on ${day}, ${Date.parse(first) >= Date.parse(from) ? 'in' : 'before'} the period`
}

function recencyInWords(placement: Of<'recency'>): string {
  const { band, days_since_last_order: days, rhythm, moves_on, moves_to } = placement
  if (days === null) return 'no order yet'
  const own =
    rhythm === null ? '' : `, by its own rhythm of ${formatQuantity(Math.round(rhythm.expected_gap_days), 'day')}`
  const moves =
    moves_on === null || moves_to === null
      ? ''
      : `; ${RECENCY_BAND_WORDS[moves_to].toLowerCase()} on ${formatDate(`${moves_on}T00:00:00Z`, 'UTC')} without another`
  return `${formatQuantity(days, 'day')} since the last order, ${limitOf(band, placement)}${own}${moves}`
}

function limitOf(band: RecencyBand, thresholds: Of<'recency'>): string {
  if (band === 'active') return `at most ${thresholds.at_risk_after_days}`
  if (band === 'at_risk') return `more than ${thresholds.at_risk_after_days}`
  return `more than ${band === 'lapsed' ? thresholds.lapsed_after_days : thresholds.dormant_after_days}`
}

function rfmInWords({ recency_days: days, orders, revenue, r, f, m, fixed, next }: Of<'rfm'>, frame: PlacementFrame) {
  if (days === null) return 'no order in the period'
  const higher = [
    next.recency_days !== null && `an order ${formatQuantity(next.recency_days, 'day')} ago`,
    next.orders !== null && formatQuantity(next.orders, 'order'),
    next.revenue !== null && formatMoney(next.revenue, frame.business),
  ].filter((words) => words !== false)
  const values = `${formatQuantity(days, 'day')} ago, ${formatQuantity(orders, 'order')}, ${formatMoney(revenue, frame.business)}`
  const scores = `${fixed ? 'scores by fixed bands' : 'scores'} ${r}-${f}-${m}`
  return `${scores}: ${values}${higher.length === 0 ? '' : `; higher with ${higher.join(' or ')}`}`
}

/** A name of any script between Unicode's isolates, so that it does not turn the words after it around. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`
}
