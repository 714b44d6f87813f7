import { count } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { listBranches } from '@/db/queries/branches'
import { getBusiness } from '@/db/queries/business'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { customers, vehicles } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { groupsParamsSchema } from '@/lib/customer-groups/contract'
import { PERIODS, SEEDED_GROUPS } from '@/lib/definitions'
import { loadSampleWorkshop } from './load-sample'

const NOW = new Date('2026-11-23T09:00:00Z')

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await loadSampleWorkshop(database.pool, NOW)
})
afterAll(() => database.drop())

async function answer(given: Record<string, string>) {
  const params = groupsParamsSchema.parse({ as_of: NOW.toISOString(), ...given })
  return getCustomerGroups(database.db, systemScope(), params)
}

test('every customer, order and vehicle is recorded, in a business that says it is a sample', async () => {
  const rows = async (table: typeof customers | typeof orders | typeof vehicles) =>
    (await database.db.select({ n: count() }).from(table))[0]?.n
  expect(await rows(customers)).toBe(1200)
  expect(await rows(orders)).toBe(9000)
  expect(await rows(vehicles)).toBeGreaterThan(1200)
  expect(await getBusiness(database.db)).toMatchObject({ isSample: true, currency: 'TZS', country: 'TZ' })
})

test('the three branches have their names', async () => {
  const branches = await listBranches(database.db, systemScope())
  expect(new Map(branches.map(({ code, name }) => [code, name]))).toEqual(
    new Map([
      ['main', 'Dar es Salaam'],
      ['arusha', 'Arusha'],
      ['mwanza', 'Mwanza'],
    ]),
  )
})

test.each(PERIODS)('for %s every group has customers, orders, revenue and a previous period', async (period) => {
  const { groups } = await answer({ period })
  expect(Object.keys(groups)).toEqual(SEEDED_GROUPS.map(({ key }) => key))
  for (const figures of Object.values(groups)) {
    expect(figures.customer_count).toBeGreaterThan(0)
    expect(figures.registered_count).toBeGreaterThan(figures.customer_count)
    expect(figures.total_revenue).toBeGreaterThan(0)
    expect(figures.previous.total_orders).toBeGreaterThan(0)
  }
})

test('over a year companies grow and NGOs shrink', async () => {
  const { groups } = await answer({ period: '1year' })
  const growth = (key: string) => (groups[key]?.total_orders ?? 0) / (groups[key]?.previous.total_orders ?? 0)
  expect(growth('company')).toBeGreaterThan(1.2)
  expect(growth('ngo')).toBeLessThan(0.9)
})
