import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customers, vehicles } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { branches, customerGroups } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { ensureBusiness } from './business'
import { addVehicles, UnknownCustomerError } from './vehicles'

const HILUX = { plate: 'T 482 DKR', make: 'Toyota', model: 'Hilux', year: 2014 }

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  await ensureBusiness(database.db, {})
})
afterEach(() => database.drop())

test('a customer is found by the plates of all its vehicles, and by its name as before', async () => {
  await recordCustomer(database, 'C1', 'Zúhura Mushi')
  await addVehicles(database.db, [{ ...HILUX, customerExternalId: 'C1' }])
  await addVehicles(database.db, [{ ...HILUX, plate: 'SU 10234', customerExternalId: 'C1' }])
  const [found] = await database.db.select().from(customers)
  expect(found?.searchText.split('\n')).toEqual(['zuhura mushi', 'c1', 't 482 dkr', 'su 10234'])
  const keys = await database.db.select().from(customerKeys).where(eq(customerKeys.kind, 'plate'))
  expect(keys.map(({ value }) => value).sort()).toEqual(['SU10234', 'T482DKR'])
})

test('a vehicle of an unknown customer is refused and nothing of its batch is added', async () => {
  await recordCustomer(database, 'C1', 'Zuhura Mushi')
  const batch = ['C1', 'C2'].map((customerExternalId) => ({ ...HILUX, customerExternalId }))
  await expect(addVehicles(database.db, batch)).rejects.toThrow(UnknownCustomerError)
  expect(await database.db.select().from(vehicles)).toEqual([])
})

async function recordCustomer({ db }: TestDatabase, externalId: string, fullName: string): Promise<void> {
  const [group] = await db.select().from(customerGroups)
  const [branch] = await db.select().from(branches)
  if (!group || !branch) throw new Error('the business has no group or branch')
  const [id, at] = [uuidv7(), '2026-01-05T10:00:00Z']
  const derived = { registeredAt: at, knownSince: at, sortName: '', searchText: '' }
  await db
    .insert(customers)
    .values({ ...derived, id, externalId, fullName, groupId: group.id, homeBranchId: branch.id })
  await db.insert(customerKeys).values({ kind: 'customer_external_id', value: externalId, customerId: id })
}
