import { expect, test } from 'vitest'
import { ORDER_SOURCES, ORDER_STATUSES, ORDER_TYPES } from '@/lib/definitions'
import { SAMPLE_BRANCHES, SAMPLE_GROUPS } from './groups'
import { makeSampleWorkshop } from './workshop'

/** A Monday noon, a Sunday, a minute after midnight of a holiday, and a month's end, in Dar es Salaam. */
const MOMENTS = ['2026-11-23T09:00:00Z', '2026-08-16T15:30:00Z', '2025-12-24T21:01:00Z', '2028-04-30T08:15:00Z']
const NOON = new Date('2026-11-23T09:00:00Z')

test.each(MOMENTS)(
  'at %s there are 1,200 customers, 9,000 orders over 26 months, some of today, none in the future',
  (at) => {
    const now = new Date(at)
    const { customers, orders } = makeSampleWorkshop(now)
    const times = orders.map((order) => Date.parse(order.orderedAt))
    const [first = 0, last = 0] = [Math.min(...times), Math.max(...times)]
    const daysOfRecords = (last - first) / 86_400_000
    expect([customers.length, orders.length]).toEqual([1200, 9000])
    expect(daysOfRecords).toBeGreaterThan(26 * 30.4 - 8)
    expect(daysOfRecords).toBeLessThan(26 * 30.6)
    expect(last).toBeLessThanOrEqual(now.getTime())
    expect(ordersOn(orders, localDate(now))).toBeGreaterThanOrEqual(5)
  },
)

test('the same moment gives the same workshop, and a later one of the day moves only orders of that day', () => {
  const morning = makeSampleWorkshop(NOON)
  expect(makeSampleWorkshop(NOON)).toEqual(morning)
  const evening = makeSampleWorkshop(new Date('2026-11-23T16:00:00Z'))
  const before = morning.orders.filter(({ orderedAt }) => !orderedAt.startsWith('2026-11-23'))
  expect(evening.orders.slice(0, before.length)).toEqual(before)
})

test('every group, branch, order type, status and source occurs', () => {
  const { customers, orders } = makeSampleWorkshop(NOON)
  expect(new Set(customers.map(({ shape }) => shape))).toEqual(new Set(SAMPLE_GROUPS))
  expect(new Set(orders.map(({ branch }) => branch))).toEqual(new Set(SAMPLE_BRANCHES))
  expect(new Set(orders.map(({ type }) => type))).toEqual(new Set(ORDER_TYPES))
  expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(ORDER_STATUSES))
  expect(new Set(orders.map(({ source }) => source))).toEqual(new Set(ORDER_SOURCES))
})

test('some customers never ordered, some have lapsed, and about 4 % of the orders are cancelled', () => {
  const { customers, orders } = makeSampleWorkshop(NOON)
  const lastOrders = new Map(orders.map((order) => [order.customerExternalId, order.orderedAt]))
  const lapsed = [...lastOrders.values()].filter((at) => at < '2026-05-23').length
  expect(customers.length - lastOrders.size).toBeGreaterThan(40)
  expect(lapsed).toBeGreaterThan(150)
  const cancelled = orders.filter(({ status }) => status === 'cancelled').length
  expect(cancelled / orders.length).toBeGreaterThan(0.03)
  expect(cancelled / orders.length).toBeLessThan(0.05)
})

test('plates and external ids are distinct, and nobody orders before registering', () => {
  const { customers, orders, vehicles } = makeSampleWorkshop(NOON)
  expect(new Set(vehicles.map(({ plate }) => plate)).size).toBe(vehicles.length)
  expect(new Set(orders.map(({ externalId }) => externalId)).size).toBe(orders.length)
  const registered = new Map(customers.map((customer) => [customer.externalId, customer.registeredAt]))
  expect(registered.size).toBe(customers.length)
  expect(orders.filter((order) => order.orderedAt < (registered.get(order.customerExternalId) ?? '9999'))).toEqual([])
})

function localDate(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Dar_es_Salaam' }).format(now)
}

function ordersOn(orders: readonly { orderedAt: string }[], date: string): number {
  return orders.filter(({ orderedAt }) => orderedAt.startsWith(date)).length
}
