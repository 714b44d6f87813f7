import { eq, inArray, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { branchScope, type Caller, shellCaller } from '@/db/access'
import { mergeCustomers } from '@/db/commands/merge-customers'
import { auditLog } from '@/db/schema/audit'
import { customerMerges, customers } from '@/db/schema/customers'
import { orderHistory } from '@/db/schema/orders'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { exportParamsSchema, groupsParamsSchema } from '@/lib/customer-groups/params'
import { profileParamsSchema } from '@/lib/customers/contract'
import { openCustomerExport } from './customer-export'
import { getCustomerGroups } from './customer-groups'
import { findKeptCustomer, listOpenMerges } from './customer-merges'
import { getCustomerProfile } from './customer-profile'
import { getMergePreview } from './merge-preview'

const recent = new Date(Date.now() - 5 * 86_400_000).toISOString()

let database: TestDatabase
let ids: Map<string, string>
beforeAll(async () => {
  database = await createTestDatabase()
  ids = await recordWorkshop(database.db, { timeZone: 'UTC', currency: 'USD' }, [
    { name: 'Keeps', group: 'personal', orders: [{ at: recent, amountMinor: 1000, branch: 'north' }] },
    {
      name: 'Goes',
      group: 'company',
      email: 'goes@example.invalid',
      plates: ['T 1'],
      orders: [
        { at: recent, amountMinor: 250, branch: 'north' },
        { at: '2001-01-01T00:00:00Z', amountMinor: 30, branch: 'airport' },
      ],
    },
    { name: 'Another', group: 'company', orders: [{ at: recent, amountMinor: 4 }] },
  ])
})
afterAll(() => database.drop())

const id = (name: string) => ids.get(name) ?? ''
const manager: Caller = { ...shellCaller(), kind: 'person', id: uuidv7(), role: 'manager' }
const preview = (caller = manager, keep = 'Keeps', merge = 'Goes') =>
  getMergePreview(database.db, caller, id(keep), id(merge))

test('says what every figure becomes, and what is filled in', async () => {
  const shown = await preview()
  expect(shown?.keep).toMatchObject({ in_period: { total_orders: 1, revenue: 10 }, lifetime: { revenue: 10 } })
  expect(shown?.merge).toMatchObject({ in_period: { total_orders: 1, revenue: 2.5 }, lifetime: { revenue: 2.8 } })
  expect(shown?.result).toMatchObject({
    customer: { full_name: 'Keeps', email: 'goes@example.invalid', vehicles: [{ plate: 'T 1' }] },
    in_period: { total_orders: 2, revenue: 12.5 },
    lifetime: { total_orders: 3, revenue: 12.8, first_order_date: '2001-01-01T00:00:00.000Z' },
  })
  expect(shown?.filled).toEqual([{ field: 'email', value: 'goes@example.invalid' }])
  expect(shown?.groups).toEqual([
    {
      key: 'personal',
      name: 'Personal',
      before: { customers: 1, registered: 1, orders: 1, revenue: 10 },
      after: { customers: 1, registered: 1, orders: 2, revenue: 12.5 },
    },
    {
      key: 'company',
      name: 'Company',
      before: { customers: 2, registered: 2, orders: 2, revenue: 2.54 },
      after: { customers: 1, registered: 1, orders: 1, revenue: 0.04 },
    },
  ])
})

test('leaves nothing behind', async () => {
  const { db } = database
  const tables = async () => ({
    customers: await db.select().from(customers).orderBy(customers.id),
    merges: await db.select().from(customerMerges),
    history: await db.select().from(orderHistory),
    audit: await db.select().from(auditLog),
  })
  const before = await tables()
  await preview()
  expect(await tables()).toEqual(before)
})

test('waits once and not for long for somebody who is changing one of the two', async () => {
  const { db } = database
  await db.transaction(async (tx) => {
    await tx.execute(sql`select from customers where id = ${id('Goes')} for update`)
    const asked = vi.spyOn(db, 'transaction')
    await expect(preview()).rejects.toMatchObject({ status: 503, code: 'busy' })
    expect(asked).toHaveBeenCalledTimes(1)
    asked.mockRestore()
  })
})

test('is what the merge then does, for the cards and for whoever was merged', async () => {
  const { db } = database
  const scope = manager.scope
  const shown = await preview()
  const mergeId = await mergeCustomers(db, manager, {
    keepId: id('Keeps'),
    mergeId: id('Goes'),
    versions: { keep: 1, merge: 1 },
  })
  const { groups, totals } = await getCustomerGroups(db, scope, groupsParamsSchema.parse({ activity: 'all' }))
  for (const { key, after } of shown?.groups ?? [])
    expect(groups[key]).toMatchObject({ registered_count: after.registered, total_orders: after.orders })
  expect(totals).toMatchObject({ customers: 2, orders: 3, revenue: 12.54 })
  const opened = await openCustomerExport(database.pool, scope, exportParamsSchema.parse({ activity: 'all' }))
  expect((await opened.read()).map(({ full_name }) => full_name)).toEqual(['Keeps', 'Another'])
  await opened.close()
  expect(await getCustomerProfile(db, scope, id('Goes'), profileParamsSchema.parse({}))).toBeNull()
  expect(await findKeptCustomer(db, id('Goes'))).toBe(id('Keeps'))
  expect(await findKeptCustomer(db, id('Keeps'))).toBeNull()
  expect(await listOpenMerges(db, manager, id('Keeps'))).toMatchObject([
    { id: mergeId, fullName: 'Goes', mergedBy: null, orders: 2, vehicles: 1, notes: 0 },
  ])
  const limitedTo = async (...codes: string[]): Promise<Caller> => {
    const found = await db.select({ id: branches.id }).from(branches).where(inArray(branches.code, codes))
    return { ...manager, scope: branchScope(found.map((branch) => branch.id)) }
  }
  expect(await listOpenMerges(db, await limitedTo('north'), id('Keeps'))).toEqual([])
  expect(await listOpenMerges(db, await limitedTo('north', 'airport'), id('Keeps'))).toHaveLength(1)
  await db.execute(sql`update customers set merged_into_id = ${id('Another')} where id = ${id('Keeps')}`)
  expect(await findKeptCustomer(db, id('Goes'))).toBe(id('Another'))
  await db.execute(sql`update customers set merged_into_id = null where id = ${id('Keeps')}`)
})

test('is refused as the merge is', async () => {
  const [north] = await database.db.select().from(branches).where(eq(branches.code, 'north'))
  const limited: Caller = { ...manager, scope: branchScope([north?.id ?? '']) }
  await expect(preview(limited, 'Keeps', 'Another')).resolves.toBeNull()
  await expect(preview(manager, 'Another', 'Another')).rejects.toMatchObject({ status: 400 })
  await expect(preview({ ...manager, role: 'clerk' })).rejects.toMatchObject({ status: 403 })
  await expect(preview(limited, 'Another', 'Keeps')).resolves.toBeNull()
  await expect(getMergePreview(database.db, manager, id('Another'), 'nobody')).resolves.toBeNull()
})
