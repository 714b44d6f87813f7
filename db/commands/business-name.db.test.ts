import { afterEach, beforeEach, expect, test } from 'vitest'
import { getBusiness } from '@/db/queries/business'
import { auditLog } from '@/db/schema/audit'
import { personAs } from '@/db/testing/administrators'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { ensureBusiness } from './business'
import { renameBusiness } from './business-name'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  await ensureBusiness(database.db, { name: 'Kilimo Motors' })
})
afterEach(() => database.drop())

test('an administrator renames the business, which is in the audit log without the name', async () => {
  await renameBusiness(database.db, personAs('admin'), { name: 'Kilimo Garage', seen: 'Kilimo Motors' })
  expect((await getBusiness(database.db)).name).toBe('Kilimo Garage')
  const entries = await database.db.select().from(auditLog)
  expect(entries).toMatchObject([{ action: 'business.changed', detail: { name: 'changed' } }])
})

test('of two who rename it at the same moment, the second is told', async () => {
  const both = await Promise.allSettled(
    ['A', 'B'].map((name) => renameBusiness(database.db, personAs('admin'), { name, seen: 'Kilimo Motors' })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('nobody else does: neither a manager nor an administrator of some branches', async () => {
  for (const caller of [personAs('manager'), personAs('admin', [])]) {
    const refused = renameBusiness(database.db, caller, { name: 'x', seen: 'Kilimo Motors' })
    await expect(refused).rejects.toMatchObject({ status: 403 })
  }
})
