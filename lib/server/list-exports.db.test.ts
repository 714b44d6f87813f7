import { parse } from 'csv-parse/sync'
import { eq, inArray } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { branchScope, type Caller, shellCaller } from '@/db/access'
import { getCustomersPage } from '@/db/queries/customers-list-page'
import { getOrdersPage } from '@/db/queries/orders-list-page'
import { auditLog } from '@/db/schema/audit'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { customersExportSchema } from '@/lib/customers/list'
import { listAboutSchema, listTotalsSchema } from '@/lib/list-export'
import { ordersExportSchema } from '@/lib/orders/list'
import { exportCustomersList, exportOrdersList } from './list-exports'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const many = Array.from({ length: 2_100 }, (_, index) => ({
    name: `C${String(index).padStart(4, '0')}`,
    group: index % 2 ? 'company' : 'ngo',
    orders: [{ at: '2026-03-20T10:00:00Z', amountMinor: index, branch: index % 3 ? 'airport' : 'north' }],
  }))
  const ids = await recordWorkshop(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS' }, [
    {
      name: '=HYPERLINK("x")',
      group: 'personal',
      phone: '+255739445652',
      home: 'north',
      registeredAt: '2026-03-31T21:30:00Z',
      orders: [{ at: '2026-04-01T10:00:00Z', status: 'cancelled', branch: 'north' }],
    },
    { name: 'Merged away', registeredAt: '2026-03-31T21:30:00Z' },
    ...many,
  ])
  const of = (name: string) => eq(customers.id, ids.get(name) ?? '')
  await database.db
    .update(customers)
    .set({ mergedIntoId: ids.get('C0000') })
    .where(of('Merged away'))
  await database.db.update(orders).set({ description: '@cmd\nsecond line' }).where(eq(orders.status, 'cancelled'))
})
afterAll(() => database.drop())

const { signal } = new AbortController()
const caller = shellCaller()

async function read(body: ReadableStream<Uint8Array>): Promise<Record<string, string>[]> {
  return parse(Buffer.from(await new Response(body).arrayBuffer()), { columns: true, bom: true })
}
const exportedCustomers = async (params: Record<string, string> = {}, by: Caller = caller) =>
  read((await exportCustomersList(database.pool, by, customersExportSchema.parse(params), signal)).body)
const exportedOrders = async (params: Record<string, string> = {}, by: Caller = caller) =>
  read((await exportOrdersList(database.pool, by, ordersExportSchema.parse(params), signal)).body)

const cents = (rows: Record<string, string>[], column: string) =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0)

test('every customer that matches is exported, never only the page, in the order of the list', async () => {
  const rows = await exportedCustomers({ group: 'company', dir: 'desc', page: '3', page_size: '10', columns: 'name' })
  expect(rows).toHaveLength(1_050)
  expect(rows[0]?.full_name).toBe('C2099')
  const { page } = await getCustomersPage(database.db, caller.scope, customersExportSchema.parse({ group: 'company' }))
  expect(page.total).toBe(1_050)
})

test('every order that matches is exported and adds up to the totals of the list', async () => {
  const asked = { group: 'ngo', branch: 'airport' }
  const rows = await exportedOrders(asked)
  const { page, counted } = await getOrdersPage(database.db, caller.scope, ordersExportSchema.parse(asked))
  expect(rows).toHaveLength(page.total)
  expect(cents(rows, 'amount')).toBe(Math.round(counted.revenue * 100))
})

test('a customer is told with its lifetime figures; what a spreadsheet would run is made harmless', async () => {
  expect(await exportedCustomers({ group: 'personal' })).toEqual([
    {
      external_id: '\'=HYPERLINK("x")',
      full_name: '\'=HYPERLINK("x")',
      organization_name: '',
      group: 'personal',
      group_name: 'Personal',
      phone: "'+255739445652",
      email: '',
      branch: 'north',
      branch_name: 'north',
      registered_at: '2026-04-01 00:30:00',
      last_order_date: '',
      total_orders: '0',
      revenue: '0.00',
      set_branch: 'north',
      set_registered_at_utc: '2026-03-31T21:30:00.000000Z',
      entered_at_utc: '2001-01-01T00:00:00.000000Z',
    },
  ])
  const [order] = await exportedOrders({ group: 'personal' })
  expect(order).toMatchObject({ status: 'cancelled', amount: '10.00', ordered_at: '2026-04-01 13:00:00' })
  expect(order?.description).toBe("'@cmd\nsecond line")
})

test('whoever was merged into another customer is not exported', async () => {
  expect((await exportedCustomers()).some(({ full_name }) => full_name === 'Merged away')).toBe(false)
})

test('somebody of one branch gets what can be seen there', async () => {
  const rows = await database.db
    .select({ id: branches.id })
    .from(branches)
    .where(inArray(branches.code, ['north']))
  const north: Caller = { ...caller, scope: branchScope(rows.map(({ id }) => id)) }
  expect(await exportedCustomers({}, north)).toHaveLength(701)
  expect(new Set((await exportedOrders({}, north)).map(({ branch }) => branch))).toEqual(new Set(['north']))
  await expect(exportedOrders({ branch: 'airport' }, north)).rejects.toMatchObject({ status: 403 })
})

test('an export is in the audit log with its filters and without the words of its search', async () => {
  const { body } = await exportOrdersList(
    database.pool,
    caller,
    ordersExportSchema.parse({ q: 'Asha +255739445652', from: '2026-03-01' }),
    signal,
  )
  await body.cancel()
  const entries = await database.db.select().from(auditLog)
  const entry = entries.find(({ detail }) => JSON.stringify(detail).includes('2026-03-01'))
  expect(entry?.detail).toEqual({
    list: 'orders',
    group: 'all',
    branch: 'all',
    type: 'all',
    status: 'all',
    source: 'all',
    from: '2026-03-01',
    sort: 'date',
    dir: 'desc',
    format: 'csv',
    rows: 0,
    searched: true,
  })
})

test('a workbook has the rows of the CSV file and says in a second sheet what they are; JSON has the same', async () => {
  const asked = { group: 'personal', branch: 'north' }
  const [expected] = await exportedOrders(asked)
  const as = async (format: string) =>
    exportOrdersList(database.pool, caller, ordersExportSchema.parse({ ...asked, format }), signal)
  const { sheets } = await readXlsx(Buffer.from(await new Response((await as('xlsx')).body).arrayBuffer()))
  expect(sheets.map(({ name }) => name)).toEqual(['Orders', 'About'])
  expect(sheets[0]?.rows).toHaveLength(2)
  expect(sheets[0]?.rows[0]).toEqual(Object.keys(expected ?? {}))
  expect(sheets[0]?.rows[1]).toContain(10)
  const said = new Map(sheets[1]?.rows.map(([name, value]) => [name, value]))
  expect([
    said.get('List'),
    said.get('Rows'),
    said.get('Counted orders'),
    said.get('Amounts of all rows, TZS'),
  ]).toEqual(['orders', 1, 0, 10])
  const { about, rows, totals } = JSON.parse(await new Response((await as('json')).body).text())
  expect(listAboutSchema.parse(about)).toMatchObject({
    list: 'orders',
    time_zone: 'Africa/Dar_es_Salaam',
    filters: asked,
  })
  expect(rows).toMatchObject([{ amount: 10, currency: 'TZS', ordered_at: '2026-04-01T10:00:00.000Z' }])
  expect(listTotalsSchema.parse(totals)).toEqual({ rows: 1, total_orders: 0, revenue: 0, amount: 10 })
  const { headers, body } = await as('csv')
  await body.cancel()
  expect(JSON.parse(headers?.['Export-About'] ?? '')).toMatchObject({ about: { filters: asked }, totals })
  expect(ordersExportSchema.safeParse({ format: 'pdf' }).success).toBe(false)
})

test('the file is named after the list and the day', async () => {
  const { filename, body } = await exportCustomersList(database.pool, caller, customersExportSchema.parse({}), signal)
  await body.cancel()
  expect(filename).toMatch(/^customers-\d{4}-\d{2}-\d{2}\.csv$/)
})
