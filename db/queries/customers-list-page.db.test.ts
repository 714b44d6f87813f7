import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Scope, systemScope } from '@/db/access'
import { customers } from '@/db/schema/customers'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import {
  countedOf,
  last,
  type Recorded,
  readRecorded,
  recountCustomers,
  withinScopes,
} from '@/db/testing/lists-recount'
import { recordWorkshop } from '@/db/testing/workshop'
import { CUSTOMER_LIST_SORTS, type CustomersParams, customersParamsSchema, ORDERED_WITHIN } from '@/lib/customers/list'
import { SORT_DIRECTIONS } from '@/lib/definitions'
import { getCustomersPage } from './customers-list-page'

const ZONE = 'Africa/Dar_es_Salaam'
const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()

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
      plates: ['T 1', 'T 2'],
      orders: [
        { at: daysAgo(10), amountMinor: 100, branch: 'north' },
        { at: daysAgo(400), amountMinor: 20_000, branch: 'airport' },
        { at: daysAgo(3), status: 'cancelled' },
      ],
    },
    { name: 'Łódź Motors', group: 'company', organization: '100% Ltd', orders: [{ at: daysAgo(80), branch: 'north' }] },
    {
      name: 'Same name',
      home: 'north',
      registeredAt: '2025-06-30T20:59:59Z',
      orders: [{ at: daysAgo(150), amountMinor: 7, branch: 'airport' }],
    },
    { name: 'same  name', home: 'airport', registeredAt: '2025-06-30T21:00:00Z', orders: [{ at: daysAgo(300) }] },
    { name: 'Never came', group: 'ngo', home: 'north', registeredAt: '2025-07-01T20:59:59Z' },
    { name: 'Cancelled only', orders: [{ at: daysAgo(5), status: 'cancelled', branch: 'airport' }] },
    { name: 'Of the future', orders: [{ at: daysAgo(-20), branch: 'north' }] },
    {
      name: 'Now and in the future',
      orders: [
        { at: daysAgo(-20), branch: 'north' },
        { at: daysAgo(20), branch: 'airport' },
      ],
    },
    { name: 'Merged away', group: 'company', home: 'north', registeredAt: '2025-01-01T00:00:00Z' },
  ])
  const [kept, gone] = [ids.get('Łódź Motors'), ids.get('Merged away')]
  await database.db
    .update(customers)
    .set({ mergedIntoId: kept })
    .where(eq(customers.id, gone ?? ''))
  recorded = await readRecorded(database.db, ZONE, 3)
  scopes = withinScopes(recorded, [['north'], ['airport'], ['north', 'airport'], ['none']])
})
afterAll(() => database.drop())

const asked = (params: Record<string, string> = {}) => customersParamsSchema.parse(params)
const list = (params: Record<string, string> = {}, scope = systemScope()) =>
  getCustomersPage(database.db, scope, asked(params))
const names = async (params: Record<string, string>) => (await list(params)).customers.map(({ full_name }) => full_name)

/** Every page of three, as one list. */
async function allPages(params: Record<string, string>, scope: Scope) {
  const pages = await Promise.all(['1', '2', '3'].map((page) => list({ ...params, page, page_size: '3' }, scope)))
  return { rows: pages.flatMap((page) => page.customers), total: pages[0]?.page.total }
}

function expected(seen: Recorded, params: CustomersParams) {
  return recountCustomers(seen, params, new Date().toISOString()).map((customer) => ({
    name: customer.fullName,
    group: customer.group,
    home: customer.homeBranch,
    registered: new Date(customer.registeredAt).getTime(),
    last: last(customer),
    ...countedOf(customer.own),
  }))
}

const filters: Record<string, string>[] = [
  {},
  ...ORDERED_WITHIN.map((ordered) => ({ ordered })),
  { group: 'company' },
  { group: 'unclassified', ordered: '1year' },
  { registered_from: '2025-07-01' },
  { registered_to: '2025-06-30' },
  { registered_from: '2025-07-01', registered_to: '2025-07-01' },
]

test.each(filters)('pages show what a plain recount says, in every order and for every scope: %o', async (filter) => {
  for (const { scope, seen } of scopes) {
    for (const sort of CUSTOMER_LIST_SORTS) {
      for (const dir of SORT_DIRECTIONS) {
        const { rows, total } = await allPages({ ...filter, sort, dir }, scope)
        const shown = rows.map((row) => ({
          name: row.full_name,
          group: row.group.key,
          home: row.home_branch.code,
          registered: Date.parse(row.registered_at),
          last: row.last_order_date === null ? null : Date.parse(row.last_order_date),
          total_orders: row.total_orders,
          revenue: row.revenue,
        }))
        const counted = expected(seen, asked({ ...filter, sort, dir }))
        expect(shown).toEqual(counted)
        expect(total).toBe(counted.length)
      }
    }
  }
})

test('a home branch is the one that follows from what can be seen', async () => {
  for (const { scope, seen } of scopes.slice(0, -1)) {
    const branchesOfScope = scope.branches === 'all' ? ['main', 'north', 'airport'] : codesOf(scope.branches)
    for (const branch of branchesOfScope) {
      const { customers: rows } = await list({ branch }, scope)
      expect(rows.map((row) => row.full_name)).toEqual(expected(seen, asked({ branch })).map(({ name }) => name))
    }
  }
})

const codesOf = (ids: readonly string[]) => ids.map((id) => recorded.branchCodes.get(id) ?? '')

describe('search', () => {
  test.each([
    ['accents and case do not matter', 'JOSE nunez', ['José Núñez']],
    ['a phone is found as it is dialled', '0739 445', ['José Núñez']],
    ['a plate is found', 't 2', ['José Núñez']],
    ['an organisation is found, and % is a plain character', '0% l', ['Łódź Motors']],
    ['whoever was merged into another is not found', 'merged', []],
  ])('%s', async (_, q, found) => {
    expect(await names({ q })).toEqual(found)
  })
})

test('a page beyond the last has no rows and says how many there are', async () => {
  expect(await list({ page: '1000000', page_size: '100' })).toMatchObject({ page: { total: 8 }, customers: [] })
})

test('a group that is not there and a branch of others are refused', async () => {
  const { scope } = scopes[1] ?? { scope: systemScope() }
  await expect(list({ group: 'nobody' })).rejects.toMatchObject({ status: 400 })
  await expect(list({ branch: 'nowhere' })).rejects.toMatchObject({ status: 400 })
  await expect(list({ branch: 'airport' }, scope)).rejects.toMatchObject({ status: 403 })
})
