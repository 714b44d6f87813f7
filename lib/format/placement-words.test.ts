import { expect, test } from 'vitest'
import { placementInWords } from './placement-words'

const business = { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS', currencyDigits: 2 }
const frame = { groupName: 'Company', from: '2026-02-28T21:00:00.000Z', business }

test('in a type since a day on the business’s clock, from the beginning, or until it changed', () => {
  // Half past nine in the evening in UTC is past midnight in Dar es Salaam.
  const since = placementInWords({ kind: 'type', since: '2025-03-02T21:30:00.000Z', until: null }, frame)
  expect(since).toBe('\u2068Company\u2069 since 3 Mar 2025')
  const always = { kind: 'type', since: null, until: null } as const
  expect(placementInWords(always, frame)).toBe('\u2068Company\u2069 from the beginning')
  const over = { ...always, until: '2025-03-02T21:30:00.000Z' }
  expect(placementInWords(over, frame)).toBe('\u2068Company\u2069 until 3 Mar 2025')
})

test('in a branch because it is home, or by an order there', () => {
  expect(placementInWords({ kind: 'branch', is_home: true }, frame)).toBe('home branch')
  expect(placementInWords({ kind: 'branch', is_home: false }, frame)).toBe('has an order here')
})

test.each([
  ['2026-02-28T21:00:00.000Z', 'first order on 1 Mar 2026, in the period'],
  ['2026-02-28T20:59:59.999Z', 'first order on 28 Feb 2026, before the period'],
  [null, 'no order yet'],
])('new or returning by the first order, %s', (first_order_date, words) => {
  expect(placementInWords({ kind: 'visit', is_active: true, first_order_date }, frame)).toBe(words)
})

test('without an order of the kind asked for, the first one ever is no reason to be new', () => {
  const placement = { kind: 'visit', is_active: false, first_order_date: '2026-03-01T10:00:00.000Z' } as const
  expect(placementInWords(placement, frame)).toBe('no such order in the period, the first one ever on 1 Mar 2026')
})

const recency = {
  kind: 'recency',
  at_risk_after_days: 90,
  lapsed_after_days: 180,
  dormant_after_days: 365,
  rhythm: null,
} as const

test('in a band by the days since the last order against its threshold, with the day on which that changes', () => {
  const active = {
    ...recency,
    band: 'active',
    days_since_last_order: 45,
    moves_on: '2026-04-16',
    moves_to: 'at_risk',
  } as const
  expect(placementInWords(active, frame)).toBe(
    '45 days since the last order, at most 90; at risk on 16 Apr 2026 without another',
  )
  const lapsed = {
    ...recency,
    band: 'lapsed',
    days_since_last_order: 181,
    moves_on: '2026-09-01',
    moves_to: 'dormant',
  } as const
  expect(placementInWords(lapsed, frame)).toBe(
    '181 days since the last order, more than 180; dormant on 1 Sep 2026 without another',
  )
  const dormant = { ...recency, band: 'dormant', days_since_last_order: 400, moves_on: null, moves_to: null } as const
  expect(placementInWords(dormant, frame)).toBe('400 days since the last order, more than 365')
  const never = { ...dormant, band: 'never', days_since_last_order: null } as const
  expect(placementInWords(never, frame)).toBe('no order yet')
})

test('a threshold of the customer’s own says by which rhythm', () => {
  const rhythm = { gaps: 3, median_gap_days: 30, group_median_gap_days: 40, expected_gap_days: 35 }
  const own = { ...recency, band: 'at_risk', at_risk_after_days: 70, days_since_last_order: 71, rhythm } as const
  expect(placementInWords({ ...own, moves_on: null, moves_to: null }, frame)).toBe(
    '71 days since the last order, more than 70, by its own rhythm of 35 days',
  )
})

test('in a segment by its values and scores, with what would raise them', () => {
  const buyer = { kind: 'rfm', segment: 'loyal', recency_days: 12, orders: 4, revenue: 1200, r: 3, f: 5, m: 4 } as const
  const next = { recency_days: 10, orders: null, revenue: 2000 }
  expect(placementInWords({ ...buyer, fixed: false, next }, frame)).toBe(
    'scores 3-5-4: 12 days ago, 4 orders, TZS\u00A01,200.00; higher with an order 10 days ago or TZS\u00A02,000.00',
  )
  const best = { recency_days: null, orders: null, revenue: null }
  expect(placementInWords({ ...buyer, fixed: true, next: best }, frame)).toMatch(/^scores by fixed bands 3-5-4: [^;]*$/)
  expect(placementInWords({ ...buyer, recency_days: null, fixed: true, next: best }, frame)).toBe(
    'no order in the period',
  )
})
