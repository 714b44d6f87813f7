import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { branchScope, systemScope } from '@/db/access'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { customerProfileSchema, profileParamsSchema } from '@/lib/customers/contract'
import { getCustomerProfile } from './customer-profile'

let database: TestDatabase
let ids: Map<string, string>
beforeAll(async () => {
  database = await createTestDatabase()
  ids = await recordWorkshop(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS', country: 'TZ' }, [
    {
      name: 'Asha',
      group: 'company',
      phone: '+255739445652',
      home: 'north',
      plates: ['T 1', 'T 2'],
      orders: [
        { at: '2024-01-05T10:00:00Z', amountMinor: 100, branch: 'north' },
        { at: '2026-03-05T10:00:00Z', amountMinor: 2000, type: 'sales', branch: 'north' },
        { at: '2026-03-06T10:00:00Z', amountMinor: 30_000, branch: 'airport' },
        { at: '2026-03-07T10:00:00Z', amountMinor: 999, status: 'cancelled', branch: 'airport' },
        { at: '2026-04-07T10:00:00Z', amountMinor: 5, branch: 'north' },
      ],
    },
    { name: 'Baraka', home: 'airport' },
  ])
})
afterAll(() => database.drop())

const idOf = (name: string) => ids.get(name) ?? ''

async function profile(name: string, params: Record<string, string> = {}, scope = systemScope()) {
  const asked = profileParamsSchema.parse({ as_of: '2026-03-31T20:15:00Z', period: '1month', ...params })
  const found = await getCustomerProfile(database.db, scope, idOf(name), asked)
  return found && customerProfileSchema.parse(found)
}

test('the figures of the period stand beside those of the life, each under its own definition', async () => {
  const found = await profile('Asha')
  expect(found?.figures.in_period).toMatchObject({
    total_orders: 2,
    sales_orders: 1,
    cancelled_orders: 1,
    revenue: 320,
  })
  expect(found?.figures.lifetime).toMatchObject({ total_orders: 3, cancelled_orders: 1, revenue: 321 })
  expect(found?.figures.lifetime.first_order_date).toBe('2024-01-05T10:00:00.000Z')
  expect(found?.figures.lifetime.last_order_date).toBe('2026-03-06T10:00:00.000Z')
})

test('filters change the figures of the period and never those of the life', async () => {
  const found = await profile('Asha', { branch: 'north', order_type: 'sales' })
  expect(found?.figures.in_period).toMatchObject({ total_orders: 1, revenue: 20 })
  expect(found?.figures.lifetime).toMatchObject({ total_orders: 3, revenue: 321 })
})

test('the orders are those behind the lifetime figures and the cancelled ones, newest first', async () => {
  const rows = (await profile('Asha'))?.orders.rows ?? []
  expect(rows.map(({ amount, status, in_period }) => [amount, status, in_period])).toEqual([
    [9.99, 'cancelled', true],
    [300, 'completed', true],
    [20, 'completed', true],
    [1, 'completed', false],
  ])
  expect(rows[0]?.branch).toEqual({ code: 'airport', name: 'airport' })
})

test('the list is paged; a page beyond the last is refused', async () => {
  const second = await profile('Asha', { page: '2', page_size: '3' })
  expect(second?.orders.page).toEqual({ number: 2, size: 3, total: 4 })
  expect(second?.orders.rows).toHaveLength(1)
  await expect(profile('Asha', { page: '3', page_size: '3' })).rejects.toMatchObject({ status: 400 })
})

test('it says who the customer is, with group, home branch and vehicles', async () => {
  const found = await profile('Asha')
  expect(found?.customer).toMatchObject({
    full_name: 'Asha',
    phone: '+255739445652',
    group: { key: 'company', name: 'Company' },
    home_branch: { code: 'north' },
  })
  expect(found?.customer.vehicles.map(({ plate }) => plate)).toEqual(['T 1', 'T 2'])
})

test('a customer without orders has zeros and an empty list', async () => {
  const found = await profile('Baraka')
  expect(found?.figures.lifetime).toMatchObject({ total_orders: 0, revenue: 0, last_order_date: null })
  expect(found?.orders).toEqual({ page: { number: 1, size: 25, total: 0 }, rows: [] })
})

test('an unknown id, and a text that is no id, are nobody', async () => {
  const asked = profileParamsSchema.parse({})
  for (const id of ['018f0000-0000-7000-8000-000000000000', "'; drop table orders"])
    expect(await getCustomerProfile(database.db, systemScope(), id, asked)).toBeNull()
})

test('with limited branches only their orders show, and a customer of other branches does not', async () => {
  const rows = await database.db.select().from(branches)
  const north = branchScope(rows.filter(({ code }) => code === 'north').map(({ id }) => id))
  expect((await profile('Asha', {}, north))?.figures.lifetime).toMatchObject({ total_orders: 2, revenue: 21 })
  expect((await profile('Asha', {}, north))?.orders.page.total).toBe(2)
  expect(await profile('Baraka', {}, north)).toBeNull()
})

test('an order has its description and the plate of its vehicle in its row', async () => {
  await database.db.execute(sql`
    update orders set description = 'Oil', vehicle_id = (select id from vehicles where plate = 'T 2')
    where customer_id = ${idOf('Asha')} and amount_minor = 2000`)
  const found = await profile('Asha', { order_type: 'sales' })
  const told = found?.orders.rows.map(({ description, plate }) => [description, plate])
  expect(told).toEqual([
    [null, null],
    [null, null],
    ['Oil', 'T 2'],
    [null, null],
  ])
})

test('whoever was merged into another customer has no profile, whoever was erased has one', async () => {
  const { db } = database
  await db.execute(sql`update customers set erased_at = now() where id = ${idOf('Baraka')}`)
  expect((await profile('Baraka'))?.customer.erased_at).not.toBeNull()
  await db.execute(sql`update customers set merged_into_id = ${idOf('Asha')} where id = ${idOf('Baraka')}`)
  expect(await profile('Baraka')).toBeNull()
})
