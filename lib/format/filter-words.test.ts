import { expect, test } from 'vitest'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { activeFilters } from './filter-words'

const words = (query: Record<string, string>) =>
  activeFilters(groupsParamsSchema.parse(query), 'TZS').map((filter) => filter.words)

test('without a filter there are no words, also where a search is', () => {
  expect(words({ q: 'anna' })).toEqual([])
})

test('every filter says what it asks for, with the currency of amounts', () => {
  expect(
    words({
      min_orders: '3',
      revenue_from: '1500',
      revenue_to: '2000000.50',
      last_order_before: '2026-03-03',
      visits: 'resurrected',
      vehicle: 'without',
    }),
  ).toEqual([
    'At least 3 orders',
    'Revenue from TZS 1,500',
    'Revenue up to TZS 2,000,000.50',
    'Last order before 3 Mar 2026',
    'Back again',
    'Without a vehicle',
  ])
})

test('one order is one, and a greatest amount keeps every digit', () => {
  expect(words({ min_orders: '1', revenue_to: '9999999999999.9999' })).toEqual([
    'At least 1 order',
    'Revenue up to TZS 9,999,999,999,999.9999',
  ])
})
