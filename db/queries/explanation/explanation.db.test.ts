import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { branchScope, type Scope, systemScope } from '@/db/access'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'
import { explanationAnswerSchema } from '@/lib/customer-groups/explanation/contract'
import { explanationQuerySchema } from '@/lib/customer-groups/explanation/params'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { getExplanation } from './explanation'

/** March 2026 in Dar es Salaam, compared with February. */
const MARCH = { period: 'custom', from: '2026-03-01', to: '2026-03-31', as_of: '2026-06-01T00:00:00Z' }

const asha: CustomerSpec = {
  name: 'Asha',
  group: 'company',
  plates: ['T 1', 'T 2'],
  orders: [
    { at: '2026-02-28T20:59:59.999Z', amountMinor: 100 },
    { at: '2026-02-28T21:00:00Z', amountMinor: 200 },
    { at: '2026-03-10T10:00:00Z', amountMinor: 300, type: 'sales' },
    { at: '2026-03-11T10:00:00Z', amountMinor: 400, status: 'cancelled' },
    { at: '2026-03-12T10:00:00Z', amountMinor: 500, branch: 'north' },
    { at: '2026-03-13T10:00:00Z', amountMinor: 600, branch: 'north', type: 'sales', status: 'cancelled' },
    { at: '2026-03-31T21:00:00Z', amountMinor: 700 },
  ],
}
const others: CustomerSpec[] = [
  { name: 'Baraka', group: 'company', orders: [{ at: '2026-03-05T10:00:00Z', amountMinor: 50 }] },
  { name: 'Chiku', group: 'company', orders: [{ at: '2026-02-05T10:00:00Z', amountMinor: 10, branch: 'north' }] },
  { name: 'Dalili', group: 'company', orders: [{ at: '2026-03-05T10:00:00Z', status: 'cancelled' }] },
  { name: 'Eshe', group: 'company' },
  { name: 'Fanaka', group: 'ngo', orders: [{ at: '2026-03-05T10:00:00Z', amountMinor: 9_000 }] },
]

/** Six who are active, of whom 20 % are two; for the second place three have brought the same. */
const best: CustomerSpec[] = [
  ...['Gasto 50', 'Hawa 300', 'Imani 150 150', 'Jengo 300', 'Kito 500', 'Lulu 100'].map(personal),
  { name: 'Moyo', group: 'personal', orders: [{ at: '2026-02-05T10:00:00Z', amountMinor: 7_000 }] },
  { name: 'Neema', group: 'personal' },
]

/** Somebody with a name, and an order in March of each amount. */
function personal(text: string): CustomerSpec {
  const [name = '', ...amounts] = text.split(' ')
  const orders = amounts.map((amount) => ({ at: '2026-03-05T10:00:00Z', amountMinor: Number(amount) }))
  return { name, group: 'personal', orders }
}

let database: TestDatabase
let ids: Map<string, string>
let northOnly: Scope
beforeAll(async () => {
  database = await createTestDatabase()
  ids = await recordWorkshop(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS' }, [
    asha,
    ...others,
    ...best,
  ])
  const [north] = await database.db.select().from(branches).where(eq(branches.code, 'north'))
  northOnly = branchScope(north ? [north.id] : [])
})
afterAll(() => database.drop())

async function explain(asked: Record<string, string>, scope: Scope = systemScope()) {
  const params = parseSearchParams(new URLSearchParams({ ...MARCH, ...asked }), explanationQuerySchema)
  return explanationAnswerSchema.parse(await getExplanation(database.db, scope, params))
}

const reasons = (left: readonly { reason: string; count: number }[]) =>
  Object.fromEntries(left.map(({ reason, count }) => [reason, count]))

test('a revenue is the sum of its orders, and each order that it leaves out has the first reason that applies', async () => {
  const { value, rows, days } = await explain({ figure: 'total_revenue', group: 'company', order_type: 'service' })
  expect(value).toBe(7.5)
  expect(rows).toMatchObject({ kind: 'orders', sum: 7.5, considered: 10, page: { total: 3 } })
  expect(rows.items.map(({ amount }) => amount)).toEqual([5, 0.5, 2])
  expect(reasons(rows.left_out)).toEqual({ before_the_beginning: 2, after_the_end: 1, other_type: 2, cancelled: 2 })
  expect(days).toEqual({ from: '2026-02-28T21:00:00.000Z', to: '2026-03-31T21:00:00.000Z' })
})

test('under a branch the orders elsewhere are left out as such', async () => {
  const { value, rows } = await explain({ figure: 'sales_orders', group: 'company', branch: 'main' })
  expect(value).toBe(1)
  expect(reasons(rows.left_out)).toEqual({
    before_the_beginning: 1,
    after_the_end: 1,
    other_branch: 2,
    cancelled: 2,
    other_kind: 2,
  })
})

test('grouped by branch, the orders of the same customers in other branches are of another group', async () => {
  const { value, rows } = await explain({ figure: 'total_orders', group: 'north', group_by: 'branch' })
  expect(value).toBe(1)
  expect(reasons(rows.left_out)).toEqual({ before_the_beginning: 2, after_the_end: 1, other_group: 3, cancelled: 1 })
})

test('a count of customers is the customers in it, and who is not in it is told why', async () => {
  const { value, rows } = await explain({ figure: 'active_count', group: 'company' })
  expect(value).toBe(2)
  expect(rows.items.map((row) => 'full_name' in row && [row.full_name, row.orders, row.revenue])).toEqual([
    ['Asha', 3, 10],
    ['Baraka', 1, 0.5],
  ])
  expect(reasons(rows.left_out)).toEqual({ only_cancelled: 1, not_back: 1, without_order: 1 })
})

test('an average has its numerator and denominator, a change what it is a change of', async () => {
  const average = await explain({ figure: 'avg_revenue', group: 'company' })
  expect(average).toMatchObject({ value: 5.25, quotient: { numerator: 10.5, denominator: 2 } })
  const change = await explain({ figure: 'total_revenue', group: 'company', at: 'change' })
  expect(change.compared).toEqual({ current: 10.5, previous: 1.1 })
  expect(change.quotient).toEqual({ numerator: 9.4, denominator: 1.1 })
  const before = await explain({ figure: 'total_revenue', group: 'company', at: 'previous' })
  expect(before).toMatchObject({ value: 1.1, rows: { sum: 1.1, page: { total: 2 } } })
})

test('a cell of the list is made of the orders of its customer in the group', async () => {
  const asked = { figure: 'total_orders', group: 'north', group_by: 'branch', customer: ids.get('Asha') ?? '' }
  const { value, rows, customer } = await explain(asked)
  expect(customer?.full_name).toBe('Asha')
  expect(value).toBe(1)
  expect(rows.considered).toBe(7)
})

test('the totals of a list leave out whom it does not show', async () => {
  const { value, rows } = await explain({ figure: 'total_orders', group: 'company', among: 'list', min_orders: '2' })
  expect(value).toBe(3)
  expect(reasons(rows.left_out)).toMatchObject({ not_listed: 3 })
})

test('the best are those with the most revenue, then orders, then by name, and rounded up to whole customers', async () => {
  const asked = { figure: 'top_20_share', group: 'personal' }
  const { value, quotient, rows } = await explain(asked)
  expect(quotient).toEqual({ numerator: 8, denominator: 15.5 })
  expect(value).toBe(8 / 15.5)
  expect(rows).toMatchObject({ kind: 'customers', sum: 8, page: { total: 2 } })
  expect(rows.items.map((row) => 'full_name' in row && [row.full_name, row.amount])).toEqual([
    ['Kito', 5],
    ['Imani', 3],
  ])
  expect(reasons(rows.left_out)).toEqual({ not_best: 4, not_back: 1, without_order: 1 })
  expect(await explain({ ...asked, figure: 'top_1_share' })).toMatchObject({ value: 5 / 15.5, rows: { sum: 5 } })
})

test('the best are among the active, also on a page of all customers; on one of those without an order there are none', async () => {
  const asked = { figure: 'top_20_share', group: 'personal' }
  const all = await explain({ ...asked, activity: 'all' })
  expect(all).toMatchObject({ value: 8 / 15.5, rows: { sum: 8, page: { total: 2 } } })
  expect(reasons(all.rows.left_out)).toEqual({ not_best: 4, not_back: 1, without_order: 1 })
  const inactive = await explain({ ...asked, activity: 'inactive' })
  expect(inactive).toMatchObject({
    value: null,
    quotient: { numerator: 0, denominator: 0 },
    rows: { page: { total: 0 } },
  })
  expect(reasons(inactive.rows.left_out)).toEqual({ active: 6, not_back: 1, without_order: 1 })
})

test('a part of the period has the orders of its days', async () => {
  const { value, rows, part } = await explain({ figure: 'total_revenue', group: 'company', part: 'week-2026-03-09' })
  expect(value).toBe(8)
  expect(part).toMatchObject({ first_day: '2026-03-09', last_day: '2026-03-15' })
  expect(rows).toMatchObject({ sum: 8, page: { total: 2 } })
})

test('whoever sees one branch is explained what that branch shows, and nothing of the others is among what is left out', async () => {
  const { value, rows, sql } = await explain({ figure: 'total_orders', group: 'company' }, northOnly)
  expect(value).toBe(1)
  expect(reasons(rows.left_out)).toEqual({ before_the_beginning: 1, cancelled: 1 })
  expect(new Set(rows.items.map((row) => 'branch' in row && row.branch))).toEqual(new Set(['north']))
  const shown = await database.pool.query(sql.text, sql.parameters)
  expect(shown.rows).toEqual([{ count: '1', sum: '500' }])
  const baraka = { figure: 'total_orders', group: 'company', customer: ids.get('Baraka') ?? '' }
  await expect(explain(baraka, northOnly)).rejects.toMatchObject({ status: 400, fields: [{ name: 'customer' }] })
  await expect(explain({ figure: 'total_orders', branch: 'main' }, northOnly)).rejects.toMatchObject({ status: 403 })
})

test.each([
  [{ figure: 'avg_orders' }, 'figure'],
  [{ figure: 'new_customers', group: 'company', at: 'previous' }, 'figure'],
  [{ figure: 'total_orders', group: 'company', at: 'change', compare: 'none' }, 'compare'],
  [{ figure: 'total_orders', among: 'list' }, 'group'],
  [{ figure: 'value_change', group: 'company', among: 'list' }, 'visits'],
  [{ figure: 'total_orders', part: 'week-2026-03-10' }, 'part'],
  [{ figure: 'total_orders', part: 'week-2026-02-30' }, 'part'],
  [{ figure: 'total_orders', page: '2' }, 'page'],
  [{ figure: 'profit' }, 'figure'],
  [{ figure: 'stopped_change', group: 'company' }, 'figure'],
  [{ figure: 'stopped_change', group: 'company', among: 'list' }, 'figure'],
  [{ figure: 'customer_count', among: 'bridge' }, 'figure'],
  [{ figure: 'total_revenue', group: 'company', among: 'bridge', customer: uuidv7() }, 'customer'],
  [{ figure: 'stopped_change', among: 'bridge', compare: 'none' }, 'compare'],
  [{ figure: 'stopped_change', among: 'bridge', group_by: 'visit' }, 'group_by'],
  [{ figure: 'total_revenue', among: 'bridge', part: 'week-2026-03-02' }, 'part'],
])('what there is not is refused by its name: %j', async (asked, name) => {
  await expect(explain(asked)).rejects.toMatchObject({ status: 400, fields: [{ name }] })
})
