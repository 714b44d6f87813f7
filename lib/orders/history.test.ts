import { expect, test } from 'vitest'
import type { Order, OrderStep } from './contract'
import { type HistoryLine, linesSince, orderHistory } from './history'

const WORDS = {
  business: { timeZone: 'Africa/Dar_es_Salaam', currencyDigits: 2 },
  plates: new Map([['v1', 'T 482 DKR']]),
}
const ASHA = { id: 'a', name: 'Asha' }
const CUSTOMER = { id: 'c', full_name: 'Neema Lyimo' }

const state = {
  type: 'service',
  status: 'created',
  amount: 100,
  ordered_at: '2026-05-03T09:00:00.000Z',
  branch: { code: 'main', name: 'Main' },
  vehicle_id: null,
  description: null,
  details: { type: 'service', odometer_km: null },
} as const

function step(version: number, given: Partial<OrderStep> = {}): OrderStep {
  const replaced = { replaced_at: `2026-05-0${version + 2}T11:02:00.000Z`, replaced_by: 'order_page' } as const
  return { ...state, version, customer: CUSTOMER, ...replaced, person: ASHA, reason: null, ...given }
}

function order(history: OrderStep[], given: Partial<Order> = {}): Order {
  return {
    ...{ ...state, id: 'o', external_id: null, customer: CUSTOMER, vehicle: null, source: 'order_page' },
    ...{ version: history.length + 1, created_at: '2026-05-03T09:00:00.000Z', entered_by: ASHA, backdated: false },
    history,
    ...given,
  }
}

/** "amount 100.00 → 120.00, status Created → Completed". */
function changesInWords(changes: HistoryLine['changes']): string {
  return changes.map(({ field, before, after }) => `${field} ${before} → ${after}`).join(', ')
}

const told = (read: Order) =>
  orderHistory(read, WORDS).map(({ who, changes, reason }) => [who, changesInWords(changes), reason])

test('an order that nobody has changed has its entry alone', () => {
  expect(told(order([]))).toEqual([['Asha', '', null]])
  expect(told(order([], { entered_by: null, source: 'import' }))).toEqual([['Import', '', null]])
})

test('each step is told by what came after it, the last by what the order is now', () => {
  const history = [step(1), step(2, { amount: 120, reason: 'Two tyres more' })]
  expect(told(order(history, { amount: 120, status: 'completed' }))).toEqual([
    ['Asha', '', null],
    ['Asha', 'amount 100.00 → 120.00', null],
    ['Asha', 'status Created → Completed', 'Two tyres more'],
  ])
})

test('every field is told in words', () => {
  const now = {
    type: 'sales',
    ordered_at: '2026-05-01T21:30:00.000Z',
    branch: { code: 'north', name: 'North' },
    vehicle_id: 'v1',
    description: 'New <b>tyres</b>',
    details: { type: 'sales', item: 'Tyre', quantity: 1200 },
  } as const
  const [, line] = orderHistory(order([step(1, { details: { type: 'service', odometer_km: 84_000 } })], now), WORDS)
  expect(line?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['type', 'Service', 'Sales'],
    ['date', '3 May 2026', '2 May 2026'],
    ['branch', 'Main', 'North'],
    ['vehicle', 'none', 'T 482 DKR'],
    ['description', 'none', '“New <b>tyres</b>”'],
    ['item', 'none', 'Tyre'],
    ['quantity', 'none', '1,200'],
    ['odometer', '84,000 km', 'none'],
  ])
})

test('a person without an account any more and a vehicle that is gone are told as such', () => {
  const read = order([step(1, { person: { id: 'x', name: null }, vehicle_id: 'v9' })])
  expect(told(read)[1]).toEqual(['Somebody who is gone', 'vehicle one that is gone → none', null])
})

test('an order that came to another customer says so', () => {
  const read = order([step(1, { customer: { id: 'd', full_name: 'N. Lyimo' }, person: null, replaced_by: 'import' })])
  expect(told(read)[1]).toEqual(['Import', 'customer N. Lyimo → Neema Lyimo', null])
})

test('what happened since a version was read is what made later versions', () => {
  const read = order([step(1), step(2, { amount: 120 }), step(3, { amount: 130 })], {
    amount: 130,
    status: 'completed',
  })
  expect(linesSince(2, read, WORDS).map(({ changes }) => changesInWords(changes))).toEqual([
    'amount 120.00 → 130.00',
    'status Created → Completed',
  ])
})
