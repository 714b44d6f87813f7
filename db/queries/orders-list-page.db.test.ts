import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Scope, systemScope } from '@/db/access'
import { vehicles } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { countedOf, type Recorded, readRecorded, recountOrders, withinScopes } from '@/db/testing/lists-recount'
import { recordWorkshop } from '@/db/testing/workshop'
import { SORT_DIRECTIONS } from '@/lib/definitions'
import { DESCRIPTION_CUT, ORDER_LIST_SORTS, ordersParamsSchema } from '@/lib/orders/list'
import { getOrdersPage } from './orders-list-page'

const ZONE = 'Africa/Dar_es_Salaam'

let database: TestDatabase
let recorded: Recorded
let scopes: { scope: Scope; seen: Recorded }[]
beforeAll(async () => {
  database = await createTestDatabase()
  const ids = await recordWorkshop(database.db, { timeZone: ZONE, currency: 'TZS' }, [
    {
      name: 'José Núñez',
      group: 'personal',
      phone: '+255 739-445-652',
      plates: ['T 123 ABC'],
      orders: [
        { at: '2026-02-28T20:59:59Z', amountMinor: 100, branch: 'north' },
        { at: '2026-02-28T21:00:00Z', amountMinor: 100, branch: 'airport', type: 'sales' },
        { at: '2026-03-31T20:59:59Z', amountMinor: 5_000_000, branch: 'north', status: 'cancelled' },
      ],
    },
    {
      name: 'Łódź Motors',
      group: 'company',
      orders: [
        { at: '2026-03-31T21:00:00Z', amountMinor: 700, type: 'consultation', status: 'created' },
        { at: '2026-03-31T21:00:00Z', amountMinor: 700, type: 'consultation', status: 'in_progress', branch: 'north' },
        { at: '2026-03-15T09:00:00Z', amountMinor: 0, branch: 'airport' },
      ],
    },
    { name: 'Never came', home: 'north', registeredAt: '2025-07-01T20:59:59Z' },
  ])
  await describeOrders(ids.get('José Núñez') ?? '')
  recorded = await readRecorded(database.db, ZONE, 3)
  scopes = withinScopes(recorded, [['north'], ['airport'], ['none']])
})
afterAll(() => database.drop())

/** One order of José's gets a code, a source, a vehicle and a long description. */
async function describeOrders(customerId: string): Promise<void> {
  const [vehicle] = await database.db.select().from(vehicles).where(eq(vehicles.customerId, customerId))
  await database.db
    .update(orders)
    .set({
      externalId: 'Job-77',
      source: 'import',
      vehicleId: vehicle?.id,
      description: `Bruit à l’avant, 100% ${'x'.repeat(500)}`,
      createdAt: '2026-05-01T00:00:00Z',
    })
    .where(eq(orders.type, 'sales'))
}

const asked = (params: Record<string, string> = {}) => ordersParamsSchema.parse(params)
const list = (params: Record<string, string> = {}, scope = systemScope()) =>
  getOrdersPage(database.db, scope, asked(params))

const filters: Record<string, string>[] = [
  {},
  { type: 'consultation' },
  { status: 'cancelled' },
  { status: 'in_progress', type: 'consultation' },
  { source: 'import' },
  { group: 'company' },
  { from: '2026-03-01', to: '2026-03-31' },
  { from: '2026-04-01' },
  { to: '2026-02-28' },
]

test.each(filters)('pages show what a plain recount says, in every order and for every scope: %o', async (filter) => {
  for (const { scope, seen } of scopes) {
    for (const sort of ORDER_LIST_SORTS) {
      for (const dir of SORT_DIRECTIONS) {
        const params = { ...filter, sort, dir }
        const pages = await Promise.all(['1', '2', '3'].map((page) => list({ ...params, page, page_size: '2' }, scope)))
        const counted = recountOrders(seen, asked(params))
        expect(pages.flatMap((page) => page.orders.map(({ id }) => id))).toEqual(counted.map(({ id }) => id))
        expect(pages[0]?.page.total).toBe(counted.length)
        expect(pages[0]?.counted).toEqual(countedOf(counted))
      }
    }
  }
})

test('the figures are those of everything that matches, on every page', async () => {
  const [first, last] = [await list({ page_size: '1' }), await list({ page_size: '1', page: '6' })]
  expect(first.counted).toEqual({ total_orders: 5, revenue: 16 })
  expect(last.counted).toEqual(first.counted)
  expect(first.page.total).toBe(6)
})

test('an order is shown with its customer, vehicle, code and the beginning of its description', async () => {
  const { orders: rows } = await list({ type: 'sales' })
  expect(rows).toMatchObject([
    {
      external_id: 'Job-77',
      customer: { full_name: 'José Núñez' },
      branch: { code: 'airport', name: 'airport' },
      amount: 1,
      plate: 'T 123 ABC',
      source: 'import',
      ordered_at: '2026-02-28T21:00:00.000Z',
      created_at: '2026-05-01T00:00:00.000Z',
    },
  ])
  expect(rows[0]?.description).toHaveLength(DESCRIPTION_CUT)
})

describe('search', () => {
  test.each([
    ['a customer is found without accents', 'jose', 3],
    ['a phone is found as it is dialled', '0739 445', 3],
    ['a plate of the customer is found', '123 abc', 3],
    ['a code is found in any case', 'JOB-7', 1],
    ['a description is found without accents', 'BRUIT A L', 1],
    ['% is a plain character', '100%', 1],
    ['_ is a plain character', '100_', 0],
    ['a description is searched whole, beyond what is shown', 'xxxxx', 1],
  ])('%s', async (_, q, total) => {
    const { page, orders: rows } = await list({ q })
    expect(page.total).toBe(total)
    expect(rows).toHaveLength(total)
  })

  test('it finds nothing of branches that are not visible', async () => {
    const { scope } = scopes[1] ?? { scope: systemScope() }
    expect((await list({ q: 'job-77' }, scope)).page.total).toBe(0)
    expect((await list({ q: 'jose' }, scope)).page.total).toBe(2)
  })
})

test('a page beyond the last has no rows and keeps its figures', async () => {
  expect(await list({ page: '9' })).toMatchObject({ page: { total: 6 }, counted: { total_orders: 5 }, orders: [] })
})
