import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shellCaller } from '@/db/access'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'
import { exportParamsSchema, groupsParamsSchema } from '@/lib/customer-groups/params'
import { exportCustomers } from './customer-export'

const AT = '2026-03-20T21:30:00Z'
const AS_OF = '2026-03-31T20:15:00Z'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const record = (specs: CustomerSpec[], currency = 'TZS') =>
  recordWorkshop(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency }, specs)

const open = (params: Record<string, string> = {}, signal = new AbortController().signal) =>
  exportCustomers(database.pool, shellCaller(), exportParamsSchema.parse({ as_of: AS_OF, ...params }), signal)

async function download(params: Record<string, string> = {}): Promise<Buffer> {
  const { body } = await open(params)
  return Buffer.from(await new Response(body).arrayBuffer())
}

const read = (file: Buffer): Record<string, string>[] => parse(file, { columns: true, bom: true })

test('the file is UTF-8 with a byte order mark, comma-separated, with CRLF and a header row', async () => {
  await record([{ name: 'Ümit "the", one', orders: [{ at: AT, amountMinor: 123_456 }] }])
  const file = await download({ period: '1month' })
  expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(file.toString('utf8').slice(1)).toBe(
    [
      'group,group_name,external_id,full_name,organization_name,phone,email,registered_at,total_orders,service_orders,sales_orders,consultation_orders,completed_orders,revenue,last_order_date,visit,previous_orders,previous_revenue',
      'unclassified,Unclassified,"Ümit ""the"", one","Ümit ""the"", one",,,,2026-03-21 00:30:00,1,1,0,0,1,1234.56,2026-03-21 00:30:00,new,0,0.00',
      '',
    ].join('\r\n'),
  )
})

test('nothing that matches is the header row alone', async () => {
  await record([])
  expect(read(await download())).toEqual([])
  expect((await download()).toString('utf8')).toMatch(/^\uFEFFgroup,.*\r\n$/)
})

test('text that a spreadsheet would run is made harmless, and numbers stay numbers', async () => {
  const orders = [{ at: AT }]
  await record([{ name: '=HYPERLINK("x")', phone: '+255739445652', organization: '@cmd', orders }])
  const [row] = read(await download())
  expect(row).toMatchObject({
    full_name: '\'=HYPERLINK("x")',
    phone: "'+255739445652",
    organization_name: "'@cmd",
    revenue: '10.00',
  })
})

test.each([
  ['JPY', '12345'],
  ['KWD', '12.345'],
])('amounts in %s are exact decimals', async (currency, revenue) => {
  await record([{ name: 'Asha', orders: [{ at: AT, amountMinor: 12_345 }] }], currency)
  expect(read(await download())[0]?.revenue).toBe(revenue)
})

test('everything that matches is exported, never only the page, with the sums of the card', async () => {
  const specs = Array.from({ length: 2_500 }, (_, index) => ({
    name: `C${index}`,
    group: index % 2 ? 'company' : 'ngo',
    orders: [{ at: AT, amountMinor: index }],
  }))
  await record(specs)
  const rows = read(await download({ group: 'company', page: '3', page_size: '10' }))
  const params = groupsParamsSchema.parse({ as_of: AS_OF })
  const { groups, totals } = await getCustomerGroups(database.db, shellCaller().scope, params)
  const cents = (exported: typeof rows) =>
    exported.reduce((total, row) => total + Math.round(Number(row.revenue) * 100), 0)
  expect(rows).toHaveLength(1_250)
  expect(cents(rows)).toBe(Math.round((groups.company?.total_revenue ?? 0) * 100))
  expect(cents(read(await download()))).toBe(Math.round(totals.revenue * 100))
})

test('the name of the file says the group, the period and its days', async () => {
  await record([])
  const { filename, body } = await open({ group: 'ngo' })
  await body.cancel()
  expect(filename).toBe('customers-ngo-6months-2025-10-01-to-2026-03-31.csv')
})

test('a third export at once is refused until one of the others has ended or gone', async () => {
  await record([{ name: 'Asha', orders: [{ at: AT }] }])
  const gone = new AbortController()
  const [first] = [await open(), await open({}, gone.signal)]
  await expect(open()).rejects.toMatchObject({ status: 503 })
  gone.abort()
  const third = await open()
  await Promise.all([new Response(first?.body).text(), new Response(third.body).text()])
  await expect(download()).resolves.toBeInstanceOf(Buffer)
})

test('a reader that goes away gives the connection back', async () => {
  await record([{ name: 'Asha', orders: [{ at: AT }] }])
  const gone = new AbortController()
  await open({}, gone.signal)
  gone.abort()
  expect(database.pool.totalCount - database.pool.idleCount).toBe(0)
})

test('a refused parameter leaves no place taken', async () => {
  await record([])
  for (let times = 0; times < 3; times++)
    await expect(open({ branch: 'nowhere' })).rejects.toMatchObject({ status: 400 })
})

test('a connection that the server ends breaks the file and nothing else', async () => {
  const specs = Array.from({ length: 6_000 }, (_, index) => ({ name: `C${index}`, orders: [{ at: AT }] }))
  await record(specs)
  const reader = (await open()).body.getReader()
  await reader.read()
  const ended = await database.pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like $1',
    ['%with%activity as%'],
  )
  expect(ended.rowCount).toBe(1)
  await expect(readToEnd(reader)).rejects.toThrow()
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

async function readToEnd(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}
