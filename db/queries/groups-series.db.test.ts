import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'
import { seriesAnswerSchema } from '@/lib/customer-groups/series'
import { seriesParamsSchema } from '@/lib/customer-groups/series-params'
import { GROUPINGS } from '@/lib/definitions'
import { getGroupsSeries } from './groups-series'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

async function ask(specs: CustomerSpec[], params: Record<string, string>) {
  await recordWorkshop(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS' }, specs)
  const asked = seriesParamsSchema.parse({ as_of: '2026-03-31T20:15:00Z', ...params })
  return seriesAnswerSchema.parse(await getGroupsSeries(database.db, systemScope(), asked))
}

const asha: CustomerSpec = {
  name: 'Asha',
  group: 'company',
  plates: ['T 1', 'T 2'],
  orders: [
    { at: '2026-01-05T10:00:00Z', amountMinor: 100 },
    { at: '2026-02-10T10:00:00Z', amountMinor: 200, type: 'sales' },
    { at: '2026-02-11T10:00:00Z', amountMinor: 300, branch: 'north' },
    { at: '2026-02-12T10:00:00Z', amountMinor: 400, status: 'cancelled' },
    { at: '2026-03-31T20:15:00Z', amountMinor: 500 },
  ],
}
const baraka: CustomerSpec = { name: 'Baraka', group: 'company', orders: [{ at: '2026-02-28T21:00:00Z' }] }

test('each order stands in its month, and a customer is active once in it', async () => {
  const { bucket, buckets, groups, totals } = await ask([asha, baraka], { period: '1year' })
  expect(bucket).toBe('month')
  expect(buckets.at(0)).toMatchObject({ first_day: '2025-04-01', last_day: '2025-04-30', partial: false })
  expect(buckets.at(-1)).toMatchObject({ first_day: '2026-03-01', to: '2026-03-31T20:15:00.000Z', partial: true })
  const last = (figures: number[] | undefined) => figures?.slice(-3)
  expect(last(groups.company?.total_orders)).toEqual([1, 2, 1])
  expect(last(groups.company?.sales_orders)).toEqual([0, 1, 0])
  expect(last(groups.company?.revenue)).toEqual([1, 5, 10])
  expect(last(groups.company?.active_customers)).toEqual([1, 1, 1])
  expect(last(groups.company?.new_customers)).toEqual([1, 0, 1])
  expect(last(groups.company?.returning_customers)).toEqual([0, 1, 0])
  expect(last(totals.total_orders)).toEqual([1, 2, 1])
  expect(groups.ngo?.total_orders).toEqual(Array(12).fill(0))
})

test('by branch an order stands under its own, and the customer once in the totals', async () => {
  const { groups, totals } = await ask([asha, baraka], { period: '1year', group_by: 'branch' })
  expect(groups.main?.total_orders.slice(-3)).toEqual([1, 1, 1])
  expect(groups.north?.total_orders.slice(-3)).toEqual([0, 1, 0])
  expect(totals.active_customers.slice(-3)).toEqual([1, 1, 1])
})

test.each(GROUPINGS)('grouped by %s, the parts hold all orders of the period', async (group_by) => {
  const { groups, totals } = await ask([asha, baraka], { period: '1year', group_by })
  const sum = (counts: number[]) => counts.reduce((all, n) => all + n, 0)
  expect(sum(totals.total_orders)).toBe(4)
  expect(sum(Object.values(groups).flatMap((group) => group.total_orders))).toBe(4)
})

test('grouped by what the figures of the period say, each customer stands in one group', async () => {
  const { groups } = await ask([asha, baraka], { period: '1month', group_by: 'visit', bucket: 'month' })
  expect(groups.new?.total_orders).toEqual([1])
  expect(groups.returning?.total_orders).toEqual([0])
})

test('weeks begin on Monday, and the first and last are cut to the window', async () => {
  const { buckets } = await ask([], { from: '2026-03-03', to: '2026-03-17', period: 'custom', bucket: 'week' })
  expect(buckets.map(({ first_day, partial }) => [first_day, partial])).toEqual([
    ['2026-03-02', true],
    ['2026-03-09', false],
    ['2026-03-16', true],
  ])
  expect(buckets[0]?.from).toBe('2026-03-02T21:00:00.000Z')
  expect(buckets[2]?.to).toBe('2026-03-17T21:00:00.000Z')
})

test('more than 400 buckets are refused', async () => {
  const params = { period: 'custom', from: '2020-01-01', to: '2026-01-01', bucket: 'day' }
  await expect(ask([], params)).rejects.toMatchObject({ status: 400, fields: [{ name: 'bucket' }] })
})

test('by the type at the order’s time each order stands under the type of then, and the customer once in the totals', async () => {
  const moved = { group: 'company', typesBefore: [{ group: 'personal', until: '2026-03-10T10:00:00Z' }] }
  // The last instant of the one type, and the first of the other.
  const orders = ['2026-02-05T10:00:00Z', '2026-03-10T09:59:59.999Z', '2026-03-10T10:00:00Z'].map((at) => ({ at }))
  const asked = { period: '1year', group_by: 'type', group_at: 'order' }
  const { groups, totals } = await ask([{ name: 'Grown', ...moved, orders }], asked)
  expect(groups.personal?.total_orders.slice(-2)).toEqual([1, 1])
  expect(groups.company?.total_orders.slice(-2)).toEqual([0, 1])
  expect(groups.personal?.new_customers.slice(-2)).toEqual([1, 0])
  expect(groups.company?.returning_customers.slice(-2)).toEqual([0, 1])
  expect(totals.total_orders.slice(-2)).toEqual([1, 2])
  expect(totals.active_customers.slice(-2)).toEqual([1, 1])
})
