import { expect, test } from 'vitest'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { groupsHref } from '@/lib/url/groups-url'
import { activeNow, BRIDGE_PARTS, choicesOf, isEmptyBridge, levelsOf, stepsOf } from './bridge-steps'

const steps = {
  previous_revenue: 900,
  stopped: { customers: 3, change: -700 },
  new: { customers: 2, change: 300 },
  resurrected: { customers: 1, change: 200 },
  continued: { customers: 4, visits_change: -100, value_change: 20 },
  revenue: 620,
}
const none = { customers: 0, change: 0 }
const nothing = {
  previous_revenue: 0,
  stopped: none,
  new: none,
  resurrected: none,
  continued: { customers: 0, visits_change: 0, value_change: 0 },
  revenue: 0,
}

test('the steps lead from the revenue before to the one now, each from where the last one ended', () => {
  expect(levelsOf(steps)).toEqual({ levels: [900, 200, 500, 700, 600, 620], most: 900 })
  expect(levelsOf(steps).levels.at(-1)).toBe(steps.revenue)
})

test('those who came in both periods are told by how often and by how much', () => {
  expect(stepsOf(steps).map(({ part, customers, change }) => [part, customers, change])).toEqual([
    ['stopped', 3, -700],
    ['new', 2, 300],
    ['resurrected', 1, 200],
    ['visits', 4, -100],
    ['value', 4, 20],
  ])
  expect(activeNow(steps)).toBe(7)
})

test('where nobody came there is nothing to explain, though orders may have cost nothing', () => {
  expect(isEmptyBridge(nothing)).toBe(true)
  expect(isEmptyBridge({ ...nothing, new: { customers: 1, change: 0 } })).toBe(false)
})

test('a link to the customers of a part leaves out what narrowed the list, and keeps the period and its filters', () => {
  const params = groupsParamsSchema.parse({
    period: '1year',
    compare: 'last_year',
    branch: 'north',
    q: 'anna',
    min_orders: '3',
    revenue_from: '10',
    vehicle: 'with',
    page: '4',
  })
  const links = [...BRIDGE_PARTS, 'now' as const].map((part) =>
    groupsHref('', { ...params, ...choicesOf('ngo', part) }).replace('?period=1year&compare=last_year&group=ngo', ''),
  )
  expect(links).toEqual([
    '&activity=not_back&branch=north&sort=previous_revenue',
    '&branch=north&visits=new',
    '&branch=north&visits=resurrected',
    '&branch=north&visits=continued',
    '&branch=north&visits=continued',
    '&branch=north',
  ])
})
