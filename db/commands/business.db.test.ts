import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shellCaller } from '@/db/access'
import { getBusiness } from '@/db/queries/business'
import { auditLog } from '@/db/schema/audit'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches, customerGroups } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { BusinessChangeError, BusinessMismatchError, changeBusiness, ensureBusiness } from './business'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

describe('ensureBusiness', () => {
  test('the first start creates the business, the five groups and the main branch', async () => {
    const made = await ensureBusiness(database.db, { timeZone: 'asia/tokyo', currency: 'JPY' })
    expect(made).toEqual({
      name: 'My business',
      timeZone: 'Asia/Tokyo',
      currency: 'JPY',
      currencyDigits: 0,
      country: 'US',
      isSample: false,
    })
    const groups = await database.db.select({ key: customerGroups.key }).from(customerGroups)
    expect(groups.map(({ key }) => key)).toEqual(['personal', 'company', 'government', 'ngo', 'unclassified'])
    expect(await database.db.select({ code: branches.code }).from(branches)).toEqual([{ code: 'main' }])
  })

  test('two first starts at once create one business', async () => {
    const both = await Promise.all([1, 2].map(() => ensureBusiness(database.db, { currency: 'KWD' })))
    expect(both[0]).toEqual(both[1])
    expect(await database.db.select().from(customerGroups)).toHaveLength(5)
  })

  test('a differing time zone or currency stops the start and names the command that changes it', async () => {
    await ensureBusiness(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS' })
    const zone = ensureBusiness(database.db, { timeZone: 'Europe/Berlin' })
    await expect(zone).rejects.toThrow(BusinessMismatchError)
    await expect(zone).rejects.toThrow('npm run business -- --time-zone Europe/Berlin')
    await expect(ensureBusiness(database.db, { currency: 'EUR' })).rejects.toThrow('npm run business -- --currency EUR')
    expect((await ensureBusiness(database.db, {})).currency).toBe('TZS')
  })
})

describe('changeBusiness', () => {
  test('changes the zone and, while nothing is recorded, the currency with its digits', async () => {
    await ensureBusiness(database.db, {})
    await changeBusiness(database.db, shellCaller(), { timeZone: 'Africa/Nairobi', currency: 'KWD' })
    expect(await getBusiness(database.db)).toMatchObject({
      timeZone: 'Africa/Nairobi',
      currency: 'KWD',
      currencyDigits: 3,
    })
  })

  test('a zone that the database does not know is refused', async () => {
    await ensureBusiness(database.db, {})
    await expect(changeBusiness(database.db, shellCaller(), { timeZone: 'Mars/Olympus' })).rejects.toThrow(
      BusinessChangeError,
    )
  })

  test('the currency can not change once an order is recorded; the zone can', async () => {
    await ensureBusiness(database.db, {})
    await recordOrder(database)
    await expect(changeBusiness(database.db, shellCaller(), { currency: 'EUR' })).rejects.toThrow(BusinessChangeError)
    expect((await changeBusiness(database.db, shellCaller(), { timeZone: 'Asia/Kathmandu' })).currency).toBe('USD')
  })
})

test('a change is in the audit log as what it was and is, without the name; what changes nothing is not', async () => {
  await ensureBusiness(database.db, { name: 'Before', timeZone: 'UTC' })
  await changeBusiness(database.db, shellCaller(), { name: 'After', timeZone: 'Africa/Nairobi', country: 'US' })
  await changeBusiness(database.db, shellCaller(), { name: 'After' })
  const entries = await database.db.select().from(auditLog)
  expect(entries).toMatchObject([{ action: 'business.changed', actorKind: 'shell' }])
  expect(entries[0]?.detail).toEqual({ timeZone: { from: 'UTC', to: 'Africa/Nairobi' }, name: 'changed' })
})

async function recordOrder({ db }: TestDatabase): Promise<void> {
  const [group] = await db.select().from(customerGroups).where(eq(customerGroups.key, 'personal'))
  const [branch] = await db.select().from(branches)
  if (!group || !branch) throw new Error('the business has no group or branch')
  const [customerId, at] = [uuidv7(), '2026-01-05T10:00:00Z']
  const names = { fullName: 'Asha Mushi', sortName: 'asha mushi', searchText: 'asha mushi' }
  await db
    .insert(customers)
    .values({ ...names, id: customerId, groupId: group.id, homeBranchId: branch.id, registeredAt: at, knownSince: at })
  const order = { customerId, id: uuidv7(), branchId: branch.id, amountMinor: 100, orderedAt: at }
  await db.insert(orders).values({ ...order, type: 'service', status: 'completed', source: 'import' })
}
