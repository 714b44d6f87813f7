import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { branchScope, type Caller, shellCaller } from '@/db/access'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { exportAboutSchema, exportTotalsSchema } from '@/lib/customer-groups/export-contract'
import { exportParamsSchema } from '@/lib/customer-groups/params'
import { exportCustomers } from './customer-export'

const AS_OF = '2026-03-31T20:15:00Z'
const AWKWARD = '=1+1 & <b> "x" _x0041_ \u0001 مرحبا'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await recordWorkshop(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS' }, [
    {
      name: AWKWARD,
      group: 'company',
      phone: '+255739445652',
      registeredAt: '2026-02-01T09:00:00Z',
      orders: [
        { at: '2026-03-20T21:30:00Z', amountMinor: 123_456 },
        { at: '2026-03-01T08:00:00Z', amountMinor: 44, branch: 'north' },
      ],
    },
    ...Array.from({ length: 2_100 }, (_, index) => ({
      name: `C${index}`,
      orders: [{ at: '2026-03-21T10:00:00Z', amountMinor: index, branch: index % 2 ? 'north' : 'airport' }],
    })),
  ])
})
afterAll(() => database.drop())

async function download(format: string, params: Record<string, string> = {}, caller: Caller = shellCaller()) {
  const asked = exportParamsSchema.parse({ as_of: AS_OF, period: '1month', format, ...params })
  const { body, headers } = await exportCustomers(database.pool, caller, asked, new AbortController().signal)
  return { headers, file: Buffer.from(await new Response(body).arrayBuffer()) }
}

async function workbook(params: Record<string, string> = {}, caller?: Caller) {
  const { sheets } = await readXlsx((await download('xlsx', params, caller)).file)
  const [customers, about] = sheets
  const lines = new Map(about?.rows.map(([name, value]) => [String(name), value]))
  return { sheets, rows: customers?.rows ?? [], about: lines }
}

const json = async (params: Record<string, string> = {}, caller?: Caller) =>
  JSON.parse((await download('json', params, caller)).file.toString('utf8'))

const csv = async (params: Record<string, string> = {}): Promise<Record<string, string>[]> =>
  parse((await download('csv', params)).file, { columns: true, bom: true })

test('a workbook has the rows of the CSV file, with numbers and dates as such', async () => {
  const { sheets, rows } = await workbook()
  const [header, ...customers] = rows
  const expected = await csv()
  expect(sheets.map(({ name }) => name)).toEqual(['Customers', 'About'])
  expect(header).toEqual(Object.keys(expected[0] ?? {}))
  const asText = (cells: unknown[]) => cells.map((cell) => (cell instanceof Date ? localText(cell) : (cell ?? '')))
  expect(customers.slice(0, -1).map(asText)).toEqual(expected.map((row) => Object.values(row).map(asNumber)))
})

test('text stays text in a workbook, whatever it looks like', async () => {
  const { sheets, rows } = await workbook()
  expect(rows[1]?.slice(3, 6)).toEqual([AWKWARD, null, '+255739445652'])
  expect([...(sheets[0]?.cells ?? [])].filter(([, cell]) => cell.formula !== undefined)).toEqual([])
})

test('the last row of a workbook adds up its columns and counts the customers', async () => {
  const { rows } = await workbook({ group_by: 'branch' })
  const [header = [], ...customers] = rows
  const totals = customers.pop() ?? []
  const sum = (name: string) => {
    const column = header.indexOf(name)
    return customers.reduce((total, cells) => total + Math.round(Number(cells[column]) * 100), 0)
  }
  expect(customers).toHaveLength(2_102)
  expect(totals[0]).toBe('Total')
  expect(totals[header.indexOf('full_name')]).toBe(2_101)
  for (const name of ['total_orders', 'service_orders', 'sales_orders', 'consultation_orders', 'revenue'])
    expect(Math.round(Number(totals[header.indexOf(name)]) * 100), name).toBe(sum(name))
  expect(totals[header.indexOf('revenue')]).toBe((123_456 + 44 + (2_099 * 2_100) / 2) / 100)
})

test('the header row of a workbook stays in place', async () => {
  const { sheets } = await workbook()
  expect(sheets[0]?.freezePane).toMatchObject({ rows: 1 })
})

test('a workbook says what it is of', async () => {
  const { about } = await workbook({ group: 'company', q: 'x' })
  expect(Object.fromEntries([...about].slice(0, 8))).toEqual({
    Period: 'Last month',
    Days: '1 – 31 Mar 2026',
    'From, included': '1 Mar 2026, 00:00:00 (Dar es Salaam)',
    'To, not included': '31 Mar 2026, 23:15:00 (Dar es Salaam)',
    'As of': '31 Mar 2026, 23:15:00 (Dar es Salaam)',
    'Time zone': 'Africa/Dar_es_Salaam',
    'Compared with': 'Previous period',
    'Days compared with': '1 – 28 Feb 2026',
  })
  expect(about.get('Group')).toBe('company')
  expect(about.get('Search')).toBe('x')
  expect(about.get('Rows')).toBe(1)
  expect(about.get('Orders')).toBe(2)
  expect(about.get('Revenue, TZS')).toBe(1_235)
  expect(about.get('revenue')).toMatch(/^The sum of the amounts/)
})

test('JSON has the same rows, amounts in major units and instants in UTC', async () => {
  const { about, rows, totals } = await json()
  const expected = await csv()
  expect(exportAboutSchema.parse(about)).toMatchObject({ as_of: '2026-03-31T20:15:00.000Z', visible_branches: null })
  expect(exportTotalsSchema.parse(totals)).toMatchObject({ rows: 2_101, customers: 2_101, total_orders: 2_102 })
  expect(rows).toHaveLength(2_101)
  expect(rows[0]).toMatchObject({
    full_name: AWKWARD,
    total_orders: 2,
    revenue: 1_235,
    registered_at: '2026-02-01T09:00:00.000Z',
    last_order_date: '2026-03-20T21:30:00.000Z',
  })
  expect(rows.map((row: Record<string, unknown>) => row.revenue)).toEqual(expected.map((row) => Number(row.revenue)))
})

test('nothing that matches is a file without rows whose totals are 0', async () => {
  const { rows, totals } = await json({ group: 'ngo' })
  expect(rows).toEqual([])
  expect(totals).toMatchObject({ rows: 0, customers: 0, total_orders: 0, revenue: 0, previous_revenue: 0 })
  const [, last, ...more] = (await workbook({ group: 'ngo' })).rows
  expect(last?.[0]).toBe('Total')
  expect(more).toEqual([])
})

test('compared with nothing, there is nothing before', async () => {
  const { rows, totals } = await json({ compare: 'none', group: 'company' })
  expect(rows[0]).toMatchObject({
    visit: expect.stringMatching(/^(new|returning)$/),
    previous_orders: null,
    previous_revenue: null,
  })
  expect(totals).toMatchObject({ previous_orders: null, previous_revenue: null })
})

test('a CSV file has no row more, and says what it is of in a header that any server passes on', async () => {
  const { headers } = await download('csv', { q: 'مرحبا' })
  const header = headers?.['Export-About'] ?? ''
  expect(header).toMatch(/^[\u0020-\u007e]+$/)
  const { about, totals } = JSON.parse(header)
  expect(exportAboutSchema.parse(about).time_zone).toBe('Africa/Dar_es_Salaam')
  expect(new URLSearchParams(about.query).get('q')).toBe('مرحبا')
  expect(totals).toMatchObject({ rows: 1, revenue: 1_235 })
})

test('whoever sees one branch is told so in the file', async () => {
  const all = await database.db.select().from(branches)
  const north = all.find(({ code }) => code === 'north')
  const caller: Caller = { ...shellCaller(), scope: branchScope([north?.id ?? '']) }
  const { about, totals } = await json({}, caller)
  expect(about.visible_branches).toEqual(['north'])
  expect(totals.rows).toBe(1_051)
  expect((await workbook({}, caller)).about.get('Branches seen')).toBe('north')
})

const asNumber = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text.replace(/^'(?=[=+])/, ''))
const localText = (date: Date) => date.toISOString().slice(0, 19).replace('T', ' ')
