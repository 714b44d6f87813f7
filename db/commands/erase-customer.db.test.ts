import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { branchScope, systemScope } from '@/db/access'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { customers, notes, vehicles } from '@/db/schema/customers'
import { customerKeys } from '@/db/schema/keys'
import { importJobs, importParts } from '@/db/schema/local'
import { orderHistory, orders } from '@/db/schema/orders'
import { branches } from '@/db/schema/reference'
import { personAs } from '@/db/testing/administrators'
import { recordKeys } from '@/db/testing/customer-keys'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { checkEach, everyQuestion } from '@/db/testing/every-question'
import { recordWorkshop } from '@/db/testing/workshop'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { eraseCustomer } from './erase-customer'
import { mergeCustomers, undoMerge } from './merge-customers'

const AS_OF = '2026-03-31T12:00:00.000Z'
/** What tells of the person, in some form, somewhere: none of it may be left anywhere. */
const TELLING = [
  'zawadi',
  'temba',
  '739445',
  'zawadi@example',
  't481dxa',
  't 481 dxa',
  'nightshade',
  'kijitonyama',
  '990-1',
]

let database: TestDatabase
let ids: Map<string, string>
beforeEach(async () => {
  database = await createTestDatabase()
  const { db } = database
  ids = await recordWorkshop(db, { timeZone: 'UTC', country: 'TZ' }, [
    {
      name: 'Zawadi Temba',
      group: 'personal',
      phone: '+255739445652',
      email: 'Zawadi@example.invalid',
      organization: 'Temba & Daughters',
      plates: ['T 481 DXA', 'T481DXA'],
      orders: [
        { at: '2026-03-01T00:00:00Z', amountMinor: 100, branch: 'north' },
        { at: '2025-03-01T00:00:00Z', amountMinor: 30, branch: 'airport', status: 'cancelled' },
      ],
    },
    { name: 'Zawadi T.', group: 'company', phone: '0739 445 652', orders: [{ at: '2026-02-01T00:00:00Z' }] },
    { name: 'Baraka', group: 'company', phone: '0739 445 650', orders: [{ at: '2026-02-01T00:00:00Z' }] },
  ])
  await db.update(customers).set({ externalId: sql`'C-' || substr(id::text, 30)` })
  const personal = { address: 'Kijitonyama 5', taxNumber: '990-1', personRole: 'owner' as const }
  await db
    .update(customers)
    .set(personal)
    .where(eq(customers.id, id('Zawadi Temba')))
  await db.insert(notes).values({ customerId: id('Zawadi Temba'), id: uuidv7(), body: 'Grows nightshade' })
  const [vehicle] = await db.select().from(vehicles)
  const texts = {
    description: 'For Zawadi Temba',
    details: { type: 'sales' as const, item: 'Nightshade', quantity: 1 },
  }
  for (const name of ['Zawadi Temba', 'Zawadi T.'])
    await db
      .update(orders)
      .set({ ...texts, vehicleId: vehicle?.id })
      .where(eq(orders.customerId, id(name)))
  await recordKeys(db)
})
afterEach(() => database.drop())

const id = (name: string) => ids.get(name) ?? ''
const manager = personAs('manager')

async function versionOf(name: string): Promise<number> {
  const [found] = await database.db
    .select()
    .from(customers)
    .where(eq(customers.id, id(name)))
  return found?.version ?? 0
}

const erase = async (name: string, caller = manager) =>
  eraseCustomer(database.db, caller, { id: id(name), version: await versionOf(name) })

async function merge(keep: string, merged: string) {
  const versions = { keep: await versionOf(keep), merge: await versionOf(merged) }
  return mergeCustomers(database.db, manager, { keepId: id(keep), mergeId: id(merged), versions })
}

/** Every text of every table of the database that holds one of the words. */
async function whatTells(words: readonly string[]): Promise<string[]> {
  const { rows: columns } = await database.db.execute<{ place: string; table: string; column: string }>(sql`
    select table_name || '.' || column_name as place, table_name as table, column_name as column
    from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb', 'json', 'character varying', 'character', 'ARRAY')`)
  expect(columns.length).toBeGreaterThan(60)
  const told: string[] = []
  for (const { place, table, column } of columns) {
    const { rows } = await database.db.execute<{ text: string }>(
      sql`select lower(${sql.identifier(column)}::text) as text from ${sql.identifier(table)}`,
    )
    for (const { text } of rows) for (const word of words) if (text?.includes(word)) told.push(`${place}: ${text}`)
  }
  return told
}

describe('nothing in any text of any table tells of the person any more', () => {
  test('of a customer by itself', async () => {
    expect(await whatTells(TELLING)).not.toEqual([])
    await erase('Zawadi Temba')
    await erase('Zawadi T.')
    expect(await whatTells(TELLING.filter((word) => word !== '739445'))).toEqual([])
    expect(await whatTells(['739445'])).toEqual(expect.not.arrayContaining([expect.stringContaining('652')]))
  })

  test('of a customer with another merged into it', async () => {
    await merge('Zawadi Temba', 'Zawadi T.')
    await merge('Zawadi Temba', 'Baraka')
    await erase('Zawadi Temba')
    expect(await whatTells([...TELLING, 'baraka'])).toEqual([])
  })

  test('of a customer whose merge was undone: neither its record nor the history under the other one', async () => {
    await undoMerge(database.db, manager, { customerId: id('Baraka'), mergeId: await merge('Baraka', 'Zawadi Temba') })
    await erase('Zawadi Temba')
    await erase('Zawadi T.')
    expect(await whatTells(TELLING.filter((word) => word !== '739445'))).toEqual([])
    expect(await database.db.select().from(orderHistory)).toMatchObject(
      Array(4).fill({ description: null, details: null, reason: null, vehicleId: null }),
    )
  })
})

test('every figure of every question is what it was', async () => {
  const figures = new Map<GroupsParams, unknown>()
  const ask = async (params: GroupsParams) => {
    const { groups, totals } = await getCustomerGroups(database.db, systemScope(), params)
    const bare = Object.entries(groups).map(([key, { top_customers, ...group }]) => {
      const top = top_customers.map(({ id: customer, total_orders, revenue }) => ({ customer, total_orders, revenue }))
      return { key, group, top }
    })
    return { bare, totals }
  }
  await merge('Zawadi Temba', 'Zawadi T.')
  await checkEach(everyQuestion(AS_OF), async (params) => void figures.set(params, await ask(params)))
  await erase('Zawadi Temba')
  for (const [params, before] of figures) expect(await ask(params), JSON.stringify(params)).toEqual(before)
})

test('its code, orders, amounts, branches and dates stay, and lead to it', async () => {
  const before = await database.db.select().from(orders).orderBy(orders.id)
  await erase('Zawadi Temba')
  const after = await database.db.select().from(orders).orderBy(orders.id)
  const figures = ({
    id: order,
    customerId,
    amountMinor,
    branchId,
    status,
    type,
    orderedAt,
  }: (typeof after)[number]) => ({
    order,
    customerId,
    amountMinor,
    branchId,
    status,
    type,
    orderedAt,
  })
  expect(after.map(figures)).toEqual(before.map(figures))
  const keys = await database.db
    .select()
    .from(customerKeys)
    .where(eq(customerKeys.customerId, id('Zawadi Temba')))
  expect(keys.map(({ kind }) => kind)).toEqual(['customer_external_id'])
  const [erased] = await database.db
    .select()
    .from(customers)
    .where(eq(customers.id, id('Zawadi Temba')))
  expect(erased).toMatchObject({ fullName: 'Erased customer', sortName: 'erased customer', phone: null, version: 2 })
  expect(erased?.searchText).toBe(`erased customer\n${erased?.externalId?.toLowerCase()}`)
})

test('nobody else is touched', async () => {
  const others = () =>
    database.db
      .select()
      .from(customers)
      .where(eq(customers.id, id('Baraka')))
  const before = await others()
  await erase('Zawadi Temba')
  expect(await others()).toEqual(before)
  expect(
    await database.db
      .select()
      .from(customerKeys)
      .where(eq(customerKeys.customerId, id('Baraka'))),
  ).toHaveLength(2)
})

describe('refused, and nothing is changed:', () => {
  test('by a clerk, of another version, twice, of nobody', async () => {
    await expect(erase('Baraka', { ...manager, role: 'clerk' })).rejects.toMatchObject({ status: 403 })
    await expect(eraseCustomer(database.db, manager, { id: id('Baraka'), version: 9 })).rejects.toMatchObject({
      status: 409,
      code: 'changed_meanwhile',
    })
    await expect(eraseCustomer(database.db, manager, { id: uuidv7(), version: 1 })).rejects.toMatchObject({
      status: 404,
    })
    expect(await whatTells(['baraka'])).not.toEqual([])
    await erase('Baraka')
    await expect(erase('Baraka')).rejects.toMatchObject({ status: 409, code: 'erased' })
  })

  test('by whoever does not see all their orders', async () => {
    const [north] = await database.db.select().from(branches).where(eq(branches.code, 'north'))
    const limited = { ...manager, scope: branchScope([north?.id ?? '']) }
    await expect(erase('Zawadi Temba', limited)).rejects.toMatchObject({ status: 403, code: 'beyond_your_branches' })
    await expect(erase('Baraka', limited)).rejects.toMatchObject({ status: 404 })
    expect(await whatTells(['zawadi'])).not.toEqual([])
  })
})

test('files that wait to be imported go with the person, and the import ends', async () => {
  const id = uuidv7()
  const files = [{ part: 'file-1' as const, name: 'members.csv', bytes: 6 }]
  await database.db.insert(importJobs).values({ id, state: 'previewed', files })
  await database.db.insert(importParts).values({ jobId: id, part: 'file-1', content: Buffer.from('Zawadi') })
  await erase('Zawadi Temba')
  expect(await database.db.select().from(importParts)).toEqual([])
  expect(await database.db.select({ state: importJobs.state }).from(importJobs)).toEqual([{ state: 'expired' }])
})
