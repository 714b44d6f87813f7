import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { branchScope, type Caller, shellCaller } from '@/db/access'
import { customers, vehicles } from '@/db/schema/customers'
import { branches, customerGroups } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { getEntryChoices } from './entry-choices'
import { findEntryCustomer } from './entry-customer'

let database: TestDatabase
let ids: Map<string, string>
beforeAll(async () => {
  database = await createTestDatabase()
  ids = await recordWorkshop(
    database.db,
    { timeZone: 'Africa/Dar_es_Salaam', country: 'TZ' },
    [
      { name: 'Asha Mushi', group: 'company', plates: ['T 1 AAA', 'T 2 BBB'], home: 'north' },
      { name: 'Zawadi Temba', home: 'airport' },
      { name: 'Merged', home: 'north' },
      { name: 'Erased', home: 'north' },
    ],
    ['closed'],
  )
  const { db } = database
  await db.update(branches).set({ archivedAt: sql`now()` }).where(eq(branches.code, 'closed'))
  await db.update(customerGroups).set({ archivedAt: sql`now()` }).where(eq(customerGroups.key, 'ngo'))
  await db.update(customerGroups).set({ requiresOrganization: true }).where(eq(customerGroups.key, 'company'))
  await db.update(vehicles).set({ retiredAt: sql`now()` }).where(eq(vehicles.plate, 'T 1 AAA'))
  await db
    .update(customers)
    .set({ mergedIntoId: id('Asha Mushi') })
    .where(eq(customers.id, id('Merged')))
  await db
    .update(customers)
    .set({ erasedAt: sql`now()` })
    .where(eq(customers.id, id('Erased')))
})
afterAll(() => database.drop())

const id = (name: string) => ids.get(name) ?? ''
const clerk: Caller = { ...shellCaller(), role: 'clerk' }

async function clerkOf(...codes: string[]): Promise<Caller> {
  const rows = await database.db.select({ id: branches.id }).from(branches).where(inArray(branches.code, codes))
  return { ...clerk, scope: branchScope(rows.map((row) => row.id)) }
}

test('nothing that is archived can be chosen', async () => {
  const choices = await getEntryChoices(database.db, clerk.scope)
  expect(choices.groups.map(({ key }) => key)).toEqual(['personal', 'company', 'government', 'unclassified'])
  expect(choices.groups[1]).toEqual({ key: 'company', name: 'Company', color: 2, requiresOrganization: true })
  expect(choices.branches.map(({ code }) => code).sort()).toEqual(['airport', 'main', 'north'])
  expect(choices.limited).toBe(false)
})

test('a clerk of some branches chooses among these alone', async () => {
  const { scope } = await clerkOf('north', 'closed')
  const choices = await getEntryChoices(database.db, scope)
  expect(choices).toMatchObject({ branches: [{ code: 'north' }], limited: true })
})

test('a customer is found by id with the vehicles in use', async () => {
  const found = await findEntryCustomer(database.db, clerk, id('Asha Mushi'))
  expect(found).toMatchObject({ full_name: 'Asha Mushi', group: { key: 'company', color: 2 } })
  expect(found?.vehicles.map(({ plate }) => plate)).toEqual(['T 2 BBB'])
})

test('nobody is found who is at other branches, merged or erased', async () => {
  const north = await clerkOf('north')
  expect(await findEntryCustomer(database.db, north, id('Asha Mushi'))).not.toBeNull()
  expect(await findEntryCustomer(database.db, north, id('Zawadi Temba'))).toBeNull()
  expect(await findEntryCustomer(database.db, clerk, id('Merged'))).toBeNull()
  expect(await findEntryCustomer(database.db, clerk, id('Erased'))).toBeNull()
  expect(await findEntryCustomer(database.db, clerk, '0198a000-0000-7000-8000-000000000001')).toBeNull()
})

test('whoever may only look is refused', async () => {
  const viewer: Caller = { ...clerk, role: 'viewer' }
  await expect(findEntryCustomer(database.db, viewer, id('Asha Mushi'))).rejects.toMatchObject({ status: 403 })
})
