import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shellCaller, systemScope } from '@/db/access'
import { ensureBusiness } from '@/db/commands/business'
import { checkAgreement } from '@/db/queries/agreement/agreement'
import { listBranches } from '@/db/queries/branches'
import { getBusiness } from '@/db/queries/business'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { isSampleComplete } from '@/db/queries/sample'
import { customers, vehicles } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { orders } from '@/db/schema/orders'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { MONTHS_PERIODS, SEEDED_GROUPS } from '@/lib/definitions'
import { loadSampleWorkshop, SAMPLE_BUSINESS } from './load-sample'

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

async function countRows({ db }: TestDatabase) {
  const rows = async (table: typeof customers | typeof orders | typeof vehicles) =>
    (await db.select({ n: count() }).from(table))[0]?.n
  return { customers: await rows(customers), orders: await rows(orders), vehicles: await rows(vehicles) }
}

test('every customer, order and vehicle is recorded, in a business that says it is a sample', async () => {
  const recorded = await countRows(database)
  expect(recorded).toMatchObject({ customers: 1200, orders: 9000 })
  expect(recorded.vehicles).toBeGreaterThan(1200)
  expect(await getBusiness(database.db)).toMatchObject({ isSample: true, currency: 'TZS', country: 'TZ' })
})

test('a load that was cut off once the business was made is not complete, and the next one is', async () => {
  const cutOff = await createTestDatabase()
  try {
    await ensureBusiness(cutOff.db, SAMPLE_BUSINESS)
    expect(await isSampleComplete(cutOff.db)).toBe(false)
    await loadSampleWorkshop(cutOff.pool, NOW)
    expect(await isSampleComplete(cutOff.db)).toBe(true)
    expect(await countRows(cutOff)).toEqual(await countRows(database))
  } finally {
    await cutOff.drop()
  }
})

test('a load that was cut off before its vehicles is made whole a day later, and repeating it adds nothing', async () => {
  const cutOff = await createTestDatabase()
  try {
    await loadSampleWorkshop(cutOff.pool, NOW)
    await cutOff.db.delete(customerKeys).where(eq(customerKeys.kind, 'plate'))
    await cutOff.db.delete(vehicles)
    expect(await isSampleComplete(cutOff.db)).toBe(false)
    await loadSampleWorkshop(cutOff.pool, new Date('2026-11-24T09:00:00Z'))
    expect(await isSampleComplete(cutOff.db)).toBe(true)
    const whole = await countRows(cutOff)
    expect(whole).toMatchObject({ customers: 1200, orders: 9000 })
    await loadSampleWorkshop(cutOff.pool, new Date('2026-11-24T09:00:00Z'))
    expect(await countRows(cutOff)).toEqual(whole)
  } finally {
    await cutOff.drop()
  }
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

test.each(MONTHS_PERIODS)('for %s every group has customers, orders, revenue and a previous period', async (period) => {
  const { groups } = await answer({ period })
  expect(Object.keys(groups)).toEqual(SEEDED_GROUPS.map(({ key }) => key))
  for (const figures of Object.values(groups)) {
    expect(figures.customer_count).toBeGreaterThan(0)
    expect(figures.registered_count).toBeGreaterThan(figures.customer_count)
    expect(figures.total_revenue).toBeGreaterThan(0)
    expect(figures.previous?.total_orders).toBeGreaterThan(0)
  }
})

test('over a year companies grow and NGOs shrink', async () => {
  const { groups } = await answer({ period: '1year' })
  const growth = (key: string) => (groups[key]?.total_orders ?? 0) / (groups[key]?.previous?.total_orders ?? 0)
  expect(growth('company')).toBeGreaterThan(1.2)
  expect(growth('ngo')).toBeLessThan(0.9)
})

test('all that is kept beside the sample’s records agrees with them', async () => {
  const { checks } = await checkAgreement(database.db, shellCaller(), 60_000)
  expect(checks.filter(({ agrees }) => !agrees)).toEqual([])
})
