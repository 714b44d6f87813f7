import { expect, test } from 'vitest'
import { SERIES_MEASURES } from '@/lib/definitions'
import { haveSameSeries } from './same-series'

test('all figures of groups are of the same series, and parts of customers and of orders each of their own', () => {
  const same = (one: (typeof SERIES_MEASURES)[number]) => SERIES_MEASURES.filter((other) => haveSameSeries(one, other))
  const ofGroups = ['revenue', 'orders', 'active_customers']
  expect(SERIES_MEASURES.map(same)).toEqual([ofGroups, ofGroups, ofGroups, ['new_returning'], ['order_types']])
})
