import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { branchScope, type Caller, shellCaller } from '@/db/access'
import { branchIdsOf } from '@/db/queries/branches'
import { orders } from '@/db/schema/orders'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { EXPORT_FORMATS, exportParamsSchema } from '@/lib/customer-groups/params'
import { customersExportSchema } from '@/lib/customers/list'
import { ordersExportSchema } from '@/lib/orders/list'
import { exportCustomers } from '@/lib/server/customer-export'
import { exportCustomersList, exportOrdersList } from '@/lib/server/list-exports'
import { reportExport } from './export-report'

let database: TestDatabase
let folder: string
let printed: string[]
beforeEach(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'verify-export-'))
  printed = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
  const at = '2026-03-20T10:00:00Z'
  await recordWorkshop(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS' }, [
    { name: 'Asha', group: 'company', orders: [{ at, amountMinor: 123_456, branch: 'north' }] },
    {
      name: 'Baraka',
      orders: [
        { at, amountMinor: 5_000 },
        { at: '2026-02-20T10:00:00Z', amountMinor: 700 },
      ],
    },
  ])
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
  await database.drop()
})

/** Writes an export of a month to a file and returns the file with what its answer's header says. */
async function exported(format: string, params: Record<string, string> = {}, caller: Caller = shellCaller()) {
  const asked = exportParamsSchema.parse({ period: '1month', as_of: '2026-03-31T20:15:00Z', format, ...params })
  const file = await exportCustomers(database.pool, caller, asked, new AbortController().signal)
  const path = join(folder, file.filename)
  await writeFile(path, Buffer.from(await new Response(file.body).arrayBuffer()))
  return { path, about: JSON.parse(file.headers?.['Export-About'] ?? 'null')?.about }
}

const verify = (path: string, query?: string, branches?: string) => reportExport(database.db, { path, query, branches })

test.each(EXPORT_FORMATS)('a file of %s agrees with the records that it was made from', async (format) => {
  const { path, about } = await exported(format)
  expect(await verify(path, about?.query)).toBe(0)
  expect(printed).toContain('agrees   rows: 2')
  expect(printed).toContain('agrees   revenue: 1,284.56')
  expect(printed).toContain('agrees   previous_revenue: 7.00')
})

test.each(EXPORT_FORMATS)('a file of %s no longer agrees once an order of its period is changed', async (format) => {
  const { path, about } = await exported(format)
  await database.db.update(orders).set({ amountMinor: 5_001 })
  expect(await verify(path, about?.query)).toBe(1)
  expect(printed).toContain('DIFFERS  revenue: rows of the file 1,284.56, records 100.02')
})

test.each(EXPORT_FORMATS)('the lists of all customers and orders as %s are verified too', async (format) => {
  const { signal } = new AbortController()
  const customers = await exportCustomersList(
    database.pool,
    shellCaller(),
    customersExportSchema.parse({ format, group: 'company' }),
    signal,
  )
  const listed = await exportOrdersList(database.pool, shellCaller(), ordersExportSchema.parse({ format }), signal)
  for (const file of [customers, listed]) {
    const path = join(folder, file.filename)
    await writeFile(path, Buffer.from(await new Response(file.body).arrayBuffer()))
    const query = JSON.parse(file.headers?.['Export-About'] ?? 'null')?.about.query
    expect(await verify(path, query)).toBe(0)
    await database.db.update(orders).set({ amountMinor: sql`amount_minor + 1` })
    expect(await verify(path, query)).toBe(1)
    await database.db.update(orders).set({ amountMinor: sql`amount_minor - 1` })
  }
  expect(printed).toContain('agrees   revenue: 1,234.56')
  expect(printed).toContain('agrees   amount: 1,291.56')
})

test('a row that was taken out of a file is found', async () => {
  const { path, about } = await exported('csv')
  const lines = (await readFile(path, 'utf8')).split('\r\n')
  await writeFile(path, [lines[0], lines[1], ''].join('\r\n'))
  expect(await verify(path, about.query)).toBe(1)
  expect(printed).toContain('DIFFERS  rows: rows of the file 1, records 2')
})

test('totals that a file states are compared too', async () => {
  const { path } = await exported('json')
  const file = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify({ ...file, totals: { ...file.totals, revenue: 1 } }))
  expect(await verify(path)).toBe(1)
  expect(printed).toContain('DIFFERS  revenue: rows of the file 1,284.56, records 1,284.56, the file says 1.00')
})

test('an export of somebody who sees one branch is compared with that branch alone', async () => {
  const scope = branchScope(await branchIdsOf(database.db, ['north']))
  const caller: Caller = { ...shellCaller(), scope }
  for (const format of ['xlsx', 'json']) expect(await verify((await exported(format, {}, caller)).path)).toBe(0)
  const { path, about } = await exported('csv', {}, caller)
  expect(await verify(path, about.query, 'north')).toBe(0)
  expect(await verify(path, about.query)).toBe(1)
})

test.each<Record<string, string>>([{ q: 'asha' }, { group_by: 'branch', group: 'north' }, { revenue_from: '100.5' }])(
  'the parameters are those of the file: %j',
  async (params) => {
    const { path } = await exported('xlsx', params)
    expect(await verify(path)).toBe(0)
    expect(printed).toContain('agrees   rows: 1')
  },
)

test('what is no export, or says not what it is of, is refused with the reason', async () => {
  const { path, about } = await exported('csv')
  await expect(verify(path)).rejects.toThrow('add --query')
  await expect(verify(path, 'period=1month')).rejects.toThrow('as_of')
  await expect(verify(path, `${about.query}&colour=red`)).rejects.toThrow('colour is not a parameter')
  await expect(verify(path, about.query, 'nowhere')).rejects.toThrow('nowhere')
  await expect(verify(join(folder, 'gone.xlsx'))).rejects.toThrow('can not be opened')
  await expect(verify('figures.pdf')).rejects.toThrow('.csv, .xlsx or .json')
  await writeFile(join(folder, 'other.xlsx'), 'PK rubbish')
  await expect(verify(join(folder, 'other.xlsx'))).rejects.toThrow('is no export of customers')
})
