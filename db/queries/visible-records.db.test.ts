import { inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { branchScope, type Scope, systemScope } from '@/db/access'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { exportParamsSchema, groupsParamsSchema } from '@/lib/customer-groups/params'
import { profileParamsSchema } from '@/lib/customers/contract'
import { listBranches } from './branches'
import { openCustomerExport } from './customer-export'
import { getCustomerGroups } from './customer-groups'
import { getCustomerProfile } from './customer-profile'

const WINDOW = { as_of: '2026-03-31T00:00:00Z', period: '1month' }

let database: TestDatabase
let ids: Map<string, string>
let north: Scope
beforeAll(async () => {
  database = await createTestDatabase()
  ids = await recordWorkshop(database.db, { timeZone: 'UTC' }, [
    {
      name: 'At home',
      home: 'north',
      registeredAt: '2023-01-01T00:00:00Z',
      orders: [
        { at: '2024-01-05T10:00:00Z', amountMinor: 100, branch: 'north' },
        { at: '2026-02-20T10:00:00Z', amountMinor: 700, branch: 'airport' },
        { at: '2026-03-05T10:00:00Z', amountMinor: 2000, branch: 'north' },
        { at: '2026-03-06T10:00:00Z', amountMinor: 30_000, branch: 'airport' },
      ],
    },
    {
      name: 'Regular of airport',
      home: 'airport',
      registeredAt: '2022-01-01T00:00:00Z',
      orders: [
        { at: '2025-01-05T10:00:00Z', amountMinor: 9000, branch: 'airport' },
        { at: '2026-03-10T10:00:00Z', amountMinor: 500, branch: 'north' },
        { at: '2026-03-11T10:00:00Z', amountMinor: 9000, branch: 'airport' },
      ],
    },
    { name: 'Never came', home: 'north', registeredAt: '2023-01-01T00:00:00Z' },
    {
      name: 'Cancelled here',
      orders: [
        { at: '2025-06-01T10:00:00Z', branch: 'airport' },
        { at: '2026-03-12T10:00:00Z', branch: 'north', status: 'cancelled' },
      ],
    },
    { name: 'Elsewhere', phone: '+255739445652', orders: [{ at: '2026-03-12T10:00:00Z', branch: 'airport' }] },
  ])
  north = await scopeOf('north')
})
afterAll(() => database.drop())

async function scopeOf(...codes: string[]): Promise<Scope> {
  const rows = await database.db.select({ id: branches.id }).from(branches).where(inArray(branches.code, codes))
  return branchScope(rows.map(({ id }) => id))
}

const ask = (scope: Scope, params: Record<string, string> = {}) =>
  getCustomerGroups(database.db, scope, groupsParamsSchema.parse({ ...WINDOW, ...params }))

async function exported(scope: Scope, params: Record<string, string>) {
  const opened = await openCustomerExport(database.pool, scope, exportParamsSchema.parse({ ...WINDOW, ...params }))
  const rows = await opened.read()
  await opened.close()
  return rows
}

const profile = (scope: Scope, name: string, params: Record<string, string> = {}) =>
  getCustomerProfile(database.db, scope, ids.get(name) ?? '', profileParamsSchema.parse({ ...WINDOW, ...params }))

test('cards count the orders of the visible branches, and new is who is new there', async () => {
  const { groups, totals } = await ask(north)
  expect(groups.unclassified).toMatchObject({
    customer_count: 2,
    registered_count: 4,
    total_orders: 2,
    total_revenue: 25,
    cancelled_orders: 1,
    new_customers: 1,
    returning_customers: 1,
  })
  expect(totals).toMatchObject({ customers: 2, orders: 2, revenue: 25 })
})

test('an order elsewhere is not in the previous period', async () => {
  expect((await ask(systemScope())).totals.previous).toMatchObject({ orders: 1, revenue: 7 })
  expect((await ask(north)).totals.previous).toMatchObject({ customers: 0, orders: 0, revenue: 0 })
})

test('top customers, list and export show the same customers with what they ordered there', async () => {
  const { groups, group_details } = await ask(north, { group: 'unclassified' })
  const expected = [
    ['At home', 20, '2026-03-05T10:00:00.000Z'],
    ['Regular of airport', 5, '2026-03-10T10:00:00.000Z'],
  ]
  const shown = (row: { full_name: string; revenue: number; last_order_date: string | null }) => [
    row.full_name,
    row.revenue,
    row.last_order_date,
  ]
  expect(groups.unclassified?.top_customers.map(shown)).toEqual(expected)
  expect(group_details?.customers.map(shown)).toEqual(expected)
  expect(group_details?.page.total).toBe(2)
  const rows = await exported(north, { group: 'unclassified' })
  expect(rows.map((row) => [row.full_name, row.revenue_minor])).toEqual([
    ['At home', 2000],
    ['Regular of airport', 500],
  ])
})

test.each(['elsewhere', '739445652', '0739 445'])('a search never finds who is not visible: %s', async (q) => {
  const found = async (scope: Scope) =>
    (await ask(scope, { group: 'unclassified', activity: 'all', q })).group_details?.page.total
  expect(await found(systemScope())).toBe(1)
  expect(await found(north)).toBe(0)
})

test('what follows from orders follows from visible ones; what was entered stays', async () => {
  const { group_details } = await ask(north, { group: 'unclassified', activity: 'all', sort: 'name', dir: 'asc' })
  expect(group_details?.customers.map((row) => [row.full_name, row.registered_at])).toEqual([
    ['At home', '2023-01-01T00:00:00.000Z'],
    ['Cancelled here', '2026-03-12T10:00:00.000Z'],
    ['Never came', '2023-01-01T00:00:00.000Z'],
    ['Regular of airport', '2022-01-01T00:00:00.000Z'],
  ])
  expect((await profile(systemScope(), 'Cancelled here'))?.customer.home_branch.code).toBe('airport')
  expect((await profile(north, 'Cancelled here'))?.customer.home_branch.code).toBe('north')
  expect((await profile(north, 'Regular of airport'))?.customer.home_branch.code).toBe('airport')
})

test('a profile has visible orders alone, first and last too; a customer of other branches has none', async () => {
  const found = await profile(north, 'Regular of airport')
  expect(found?.figures.lifetime).toMatchObject({
    total_orders: 1,
    revenue: 5,
    first_order_date: '2026-03-10T10:00:00.000Z',
    last_order_date: '2026-03-10T10:00:00.000Z',
  })
  expect(found?.orders.rows.map(({ branch }) => branch.code)).toEqual(['north'])
  expect(found?.orders.page.total).toBe(1)
  expect(await profile(north, 'Elsewhere')).toBeNull()
  expect(await profile(north, 'Never came')).not.toBeNull()
})

test("another's branch is refused everywhere, one that is not there is unknown", async () => {
  const refused = expect.objectContaining({ status: 403, code: 'branch_not_allowed' })
  await expect(ask(north, { branch: 'airport' })).rejects.toEqual(refused)
  await expect(exported(north, { branch: 'airport' })).rejects.toEqual(refused)
  await expect(profile(north, 'At home', { branch: 'airport' })).rejects.toEqual(refused)
  await expect(ask(north, { branch: 'nowhere' })).rejects.toMatchObject({ status: 400 })
})

test('only visible branches are offered, and each of them can be asked for', async () => {
  const both = await scopeOf('north', 'airport')
  expect((await listBranches(database.db, north)).map(({ code }) => code)).toEqual(['north'])
  expect((await listBranches(database.db, both)).map(({ code }) => code)).toEqual(['north', 'airport'])
  expect((await ask(both, { branch: 'north' })).totals).toMatchObject({ customers: 2, orders: 2, revenue: 25 })
})

test('without a branch nobody and nothing is seen', async () => {
  const { groups, totals } = await ask(branchScope([]), { activity: 'all' })
  expect(totals).toMatchObject({ customers: 0, orders: 0, revenue: 0 })
  expect(Object.values(groups).every(({ registered_count }) => registered_count === 0)).toBe(true)
  expect(await profile(branchScope([]), 'At home')).toBeNull()
})
