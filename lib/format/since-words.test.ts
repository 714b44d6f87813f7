import { expect, test } from 'vitest'
import { changedParts, changesInWords } from './since-words'

const USD = { currency: 'USD', currencyDigits: 2 }
const order = {
  status: 'completed' as const,
  type: 'service' as const,
  branch: 'main',
  amount: 100,
  ordered_at: '2026-03-01T10:00:00.000Z',
  customer_id: '01a22801-bae1-7184-956f-2e798e527e6c',
}

test('what was done since is said in one sentence, without what was not done', () => {
  const since = (orders_changed: number, orders_entered: number) => changesInWords({ orders_changed, orders_entered })
  expect(since(1, 0)).toBe('Since then 1 order was changed in these days.')
  expect(since(0, 2)).toBe('Since then 2 orders were entered in these days.')
  expect(since(3, 1)).toBe('Since then 3 orders were changed and 1 order was entered in these days.')
})

test('each part of an order that is another one now is told with both values', () => {
  const now = {
    ...order,
    status: 'cancelled' as const,
    amount: 70,
    customer_id: '01a22801-bae1-7184-956f-2e798e527e6d',
  }
  expect(changedParts(order, now, USD, String)).toEqual([
    'Status: Completed, now Cancelled',
    'Amount: USD\u00a0100.00, now USD\u00a070.00',
    'Another customer now',
  ])
  expect(changedParts(order, order, USD, String)).toEqual([])
})
