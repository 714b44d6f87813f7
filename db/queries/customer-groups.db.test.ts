import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'
import { type GroupsAnswer, groupsAnswerSchema } from '@/lib/customer-groups/contract'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { getCustomerGroups } from './customer-groups'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const AS_OF = '2026-03-31T20:15:00Z'

async function ask(specs: CustomerSpec[], params: Record<string, string>): Promise<GroupsAnswer> {
  await recordWorkshop(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS' }, specs)
  return askAgain(params)
}

async function askAgain(params: Record<string, string>): Promise<GroupsAnswer> {
  const parsed = groupsParamsSchema.parse({ as_of: AS_OF, ...params })
  return groupsAnswerSchema.parse(await getCustomerGroups(database.db, systemScope(), parsed))
}

test('a customer with three orders and two vehicles is one customer with three orders and their revenue', async () => {
  const orders = [100, 200, 300].map((amountMinor, day) => ({ at: `2026-03-0${day + 1}T10:00:00Z`, amountMinor }))
  const { groups } = await ask([{ name: 'Asha', group: 'personal', plates: ['T1', 'T2'], orders }], {
    period: '1month',
  })
  expect(groups.personal).toMatchObject({ customer_count: 1, total_orders: 3, total_revenue: 6 })
})

test('revenue is of the period, not of the lifetime of those who came in it', async () => {
  const orders = [
    { at: '2025-01-01T10:00:00Z', amountMinor: 99_900 },
    { at: '2026-03-20T10:00:00Z', amountMinor: 100 },
  ]
  const { groups } = await ask([{ name: 'Asha', group: 'personal', orders }], { period: '1month' })
  expect(groups.personal).toMatchObject({ total_orders: 1, total_revenue: 1, returning_customers: 1, new_customers: 0 })
})

test('a cancelled order is in cancelled_orders and in no other figure', async () => {
  const specs: CustomerSpec[] = [
    { name: 'Asha', group: 'ngo', orders: [{ at: '2026-03-20T10:00:00Z', status: 'cancelled', amountMinor: 500 }] },
  ]
  const { groups, totals } = await ask(specs, { period: '1month' })
  expect(groups.ngo).toMatchObject({ customer_count: 0, total_orders: 0, cancelled_orders: 1, total_revenue: 0 })
  expect(groups.ngo).toMatchObject({ registered_count: 1, avg_orders: null, avg_revenue: null, top_customers: [] })
  expect(totals).toMatchObject({ customers: 0, orders: 0, revenue: 0 })
})

test('customers without a type count in the totals', async () => {
  const { groups, totals } = await ask([{ name: 'Asha', orders: [{ at: '2026-03-20T10:00:00Z' }] }], {})
  expect(groups.unclassified?.customer_count).toBe(1)
  expect(totals).toMatchObject({ customers: 1, orders: 1, revenue: 10 })
})

test('an order just after the first local midnight is inside, one just before is not', async () => {
  const orders = [{ at: '2026-02-28T20:59:59.999Z' }, { at: '2026-02-28T21:00:00Z' }]
  const { groups, meta } = await ask([{ name: 'Asha', orders }], { period: '1month' })
  expect(meta.from).toBe('2026-02-28T21:00:00.000Z')
  expect(groups.unclassified?.total_orders).toBe(1)
})

test('a running period is compared with the same elapsed part of the one before', async () => {
  const orders = [{ at: '2026-02-15T10:00:00Z' }, { at: '2026-03-14T10:00:00Z' }]
  const { totals, meta } = await ask([{ name: 'Asha', orders }], { period: '1month', as_of: '2026-03-14T12:00:00Z' })
  expect(meta).toMatchObject({ previous_from: '2026-01-14T21:00:00.000Z', previous_to: '2026-02-14T12:00:00.000Z' })
  expect(totals).toMatchObject({ orders: 2, previous: { customers: 0, orders: 0 } })
})

const at = (day: string, amountMinor: number) => ({ at: `${day}T10:00:00Z`, amountMinor })

test('compared with last year, an order between the two windows is in neither', async () => {
  const orders = [at('2025-03-02', 100), at('2025-03-31', 200), at('2025-04-01', 400), at('2026-02-28', 800)]
  const specs = [{ name: 'Asha', orders: [...orders, at('2026-03-01', 1600)] }]
  const march = { from: '2026-03-01', to: '2026-03-31', compare: 'last_year', period: 'custom' }
  const { totals, groups, meta } = await ask(specs, { ...march, as_of: '2026-06-01T00:00:00Z' })
  expect(totals).toMatchObject({
    customers: 1,
    orders: 1,
    revenue: 16,
    previous: { customers: 1, orders: 2, revenue: 3 },
  })
  expect(groups.unclassified).toMatchObject({ total_orders: 1, cancelled_orders: 0, returning_customers: 1 })
  expect(meta).toMatchObject({ elapsed: false, compare: 'last_year', as_of: '2026-06-01T00:00:00.000Z' })
  expect(meta).toMatchObject({ from: '2026-02-28T21:00:00.000Z', to: '2026-03-31T21:00:00.000Z' })
})

test('whoever came only between the two windows is active in neither', async () => {
  const specs = [{ name: 'Asha', orders: [at('2025-06-01', 100)] }]
  const march = { from: '2026-03-01', to: '2026-03-31', compare: 'last_year', period: 'custom' }
  const { totals, groups } = await ask(specs, march)
  expect(totals).toMatchObject({
    customers: 0,
    orders: 0,
    revenue: 0,
    previous: { customers: 0, orders: 0, revenue: 0 },
  })
  expect(groups.unclassified?.registered_count).toBe(1)
})

test('in a range longer than a year an order is in both windows where they overlap', async () => {
  const specs = [{ name: 'Asha', orders: [at('2023-06-01', 100), at('2024-06-01', 200), at('2025-06-01', 400)] }]
  const years = { from: '2024-01-01', to: '2025-12-31', compare: 'last_year', period: 'custom' }
  const { totals } = await ask(specs, years)
  expect(totals).toMatchObject({
    customers: 1,
    orders: 2,
    revenue: 6,
    previous: { customers: 1, orders: 2, revenue: 3 },
  })
})

test('compared with nothing, nothing of before is told', async () => {
  const specs = [{ name: 'Asha', orders: [at('2026-02-10', 100), at('2026-03-10', 200)] }]
  const { totals, groups, meta } = await ask(specs, { period: 'this_month', compare: 'none' })
  expect(totals).toMatchObject({ customers: 1, orders: 1, revenue: 2, previous: null })
  expect(Object.values(groups).map(({ previous }) => previous)).toEqual([null, null, null, null, null])
  expect(meta).toMatchObject({ compare: 'none', elapsed: true, previous_from: null, previous_to: null })
})

test('every group is listed in its order, with nothing in it too', async () => {
  const { groups } = await ask([], {})
  expect(Object.keys(groups)).toEqual(['personal', 'company', 'government', 'ngo', 'unclassified'])
  expect(groups.ngo).toMatchObject({ name: 'NGO', customer_count: 0, avg_orders: null, top_customers: [] })
})

test('averages are rounded half up, exactly', async () => {
  const orders = (count: number, amountMinor: number) =>
    Array.from({ length: count }, () => ({ at: '2026-03-20T10:00:00Z', amountMinor }))
  const specs = [1, 1, 1, 2].map((count, index) => ({ name: `C${index}`, group: 'company', orders: orders(count, 0) }))
  const half = ['A', 'B'].map((name, index) => ({ name, group: 'ngo', orders: orders(1, index) }))
  const { groups } = await ask([...specs, ...half], { period: '1month' })
  expect(groups.company?.avg_orders).toBe(1.3)
  expect(groups.ngo?.avg_revenue).toBe(0.01)
})

test('an average of amounts too large for a binary fraction is rounded once', async () => {
  const orders = Array.from({ length: 300 }, () => ({ at: '2026-03-20T10:00:00Z', amountMinor: 9_999_999_999_999 }))
  const specs = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name, index) => ({ name, orders: index === 0 ? orders : [] }))
  const { groups } = await ask(specs, { period: '1month', activity: 'all' })
  // 2999999999999700 / 7 = 428571428571385.714… minor units.
  expect(groups.unclassified?.avg_revenue).toBe(4285714285713.86)
})

test('inactive: who is known and did not come; no figure of an order is shown', async () => {
  const specs: CustomerSpec[] = [
    { name: 'Came', orders: [{ at: '2026-03-20T10:00:00Z' }] },
    {
      name: 'Stayed away',
      orders: [{ at: '2025-03-20T10:00:00Z' }, { at: '2026-03-21T10:00:00Z', status: 'cancelled' }],
    },
    { name: 'Not yet known', registeredAt: '2026-04-01T10:00:00Z' },
  ]
  const { groups, group_details } = await ask(specs, { period: '1month', activity: 'inactive', group: 'unclassified' })
  expect(groups.unclassified).toMatchObject({
    customer_count: 1,
    active_count: 1,
    registered_count: 2,
    total_orders: 0,
  })
  expect(groups.unclassified).toMatchObject({ cancelled_orders: 0, new_customers: 0, avg_orders: 0, top_customers: [] })
  expect(group_details?.customers.map(({ full_name }) => full_name)).toEqual(['Stayed away'])
})

test('top customers stand by revenue, then orders, then name', async () => {
  const at = '2026-03-20T10:00:00Z'
  const specs: CustomerSpec[] = [
    { name: 'b', orders: [{ at, amountMinor: 100 }] },
    { name: 'A', orders: [{ at, amountMinor: 100 }] },
    { name: 'c', orders: [50, 50].map((amountMinor) => ({ at, amountMinor })) },
    { name: 'd', orders: [{ at, amountMinor: 101 }] },
    { name: 'e', orders: [{ at, amountMinor: 1 }] },
    { name: 'f', orders: [{ at, amountMinor: 0 }] },
  ]
  const { groups } = await ask(specs, { period: '1month' })
  expect(groups.unclassified?.top_customers.map(({ full_name }) => full_name)).toEqual(['d', 'c', 'A', 'b', 'e'])
})

test('amounts have the digits of the currency', async () => {
  await recordWorkshop(database.db, { currency: 'KWD' }, [
    { name: 'Asha', orders: [{ at: '2026-03-20T10:00:00Z', amountMinor: 12_345 }] },
  ])
  const { groups } = await askAgain({})
  expect(groups.unclassified).toMatchObject({ total_revenue: 12.345, avg_revenue: 12.35 })
})

test('an unknown group or branch, and a page beyond the last, are refused; page 1 of nothing is not', async () => {
  await ask([{ name: 'Asha', orders: [{ at: '2026-03-20T10:00:00Z' }] }], {})
  const refused = (name: string) =>
    expect.objectContaining({ status: 400, fields: [expect.objectContaining({ name })] })
  await expect(askAgain({ group: 'nobody' })).rejects.toEqual(refused('group'))
  await expect(askAgain({ branch: 'nowhere' })).rejects.toEqual(refused('branch'))
  await expect(askAgain({ group: 'unclassified', page: '2' })).rejects.toEqual(refused('page'))
  const nothing = await askAgain({ group: 'ngo', page: '1' })
  expect(nothing.group_details).toMatchObject({ page: { number: 1, total: 0 }, customers: [] })
})
