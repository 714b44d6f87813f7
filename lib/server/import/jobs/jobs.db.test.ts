import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Caller } from '@/db/access'
import { discardWaitingImports, settleImportJobs } from '@/db/commands/import/job-ends'
import { getImportJob, listImports, readImportPart } from '@/db/queries/import-jobs'
import { testCaller } from '@/db/testing/callers'
import type { ImportChoices, ImportJob } from '@/lib/imports/job'
import { USUAL_LIMITS } from '@/lib/server/import/limits'
import { contents, versions } from '@/lib/server/import/testing/contents'
import { createTrial, type Trial } from '@/lib/server/import/testing/trial'
import { makeWorkbook, sheetRows } from '@/lib/server/import/testing/workbooks'
import { errorsPage } from './preview'
import { readAgain, uploadFile } from './upload'
import { cancelImport, startApply, startPreview, type WorkPlace } from './work'

const CUSTOMERS = 'Customer No;Name;Type\nC1;Asha Mushi;Fleet\nC2;Juma Ally;\n'
const ORDERS =
  'Order number;Customer No;Date;Total;Type;Status;Branch\nO1;C1;31/03/2026;10,50;service;completed;Docks\n'

let trial: Trial
let manager: Caller
let place: WorkPlace
beforeEach(async () => {
  trial = await createTrial()
  manager = await testCaller(trial.db, 'manager', { kind: 'person' })
  place = { pool: trial.pool, limits: USUAL_LIMITS, currencyGiven: true }
})
afterEach(() => trial.end())

function upload(name: string, body: string | Buffer, id: string | null = null, headers = {}) {
  const url = `http://127.0.0.1/import-jobs?name=${encodeURIComponent(name)}`
  const request = new Request(url, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers })
  return uploadFile(place, manager, request, id)
}

const jobOf = (id: string) => getImportJob(trial.db, manager, id)

/** The job once nothing goes on with it. */
const settled = (id: string) =>
  vi.waitFor(
    async () => {
      const job = await jobOf(id)
      expect(['previewing', 'applying']).not.toContain(job.state)
      return job
    },
    { timeout: 10_000, interval: 30 },
  )

const guesses = ({ details }: ImportJob): ImportChoices => Object.values(details).map(({ guess }) => guess)

async function preview(job: ImportJob, choices = guesses(job)): Promise<ImportJob> {
  await startPreview(place, manager, job.id, choices)
  return settled(job.id)
}

const seenAt = async (id: string) => (await jobOf(id)).touched_at

async function apply(id: string): Promise<ImportJob> {
  await startApply(place, manager, id, await seenAt(id))
  return settled(id)
}

async function bothFiles() {
  const { id } = await upload('Kunden.csv', CUSTOMERS)
  return upload('Orders March.csv', ORDERS, id)
}

const partsOf = (id: string) => trial.rows(sql`select part from import_parts where job_id = ${id}::uuid order by part`)

test('what files hold is guessed: their kinds, columns, order of dates and sign', async () => {
  const { details, files, state } = await bothFiles()
  expect({ state, files: files.map(({ name }) => name) }).toEqual({
    state: 'uploaded',
    files: ['Kunden.csv', 'Orders March.csv'],
  })
  expect(details['file-1']).toMatchObject({
    ...{ rows: 2, separator: ';', encoding: 'utf-8', is_remembered: false },
    guess: {
      kind: 'customers',
      mapping: { columns: { external_id: 'Customer No', full_name: 'Name', customer_type: 'Type' } },
    },
  })
  expect(details['file-2']).toMatchObject({
    columns: { 2: { date_order: 'dmy' }, 3: { decimal: ',' } },
    guess: {
      kind: 'orders',
      mapping: { date_order: 'dmy', columns: { external_id: 'Order number', amount: 'Total' } },
    },
  })
})

test('a preview tells what the import then does, and changes nothing itself', async () => {
  await trial.importFiles({ customers: 'external_id,full_name\nC2,J. Ally\n' })
  const before = await versions(trial)
  const { preview: found, state, error_count, id } = await preview(await bothFiles())
  expect({ state, error_count }).toEqual({ state: 'previewed', error_count: 0 })
  expect(found).toMatchObject({
    customers: { rows: 2, created: 1, changed: 1, unchanged: 0 },
    orders: { rows: 1, created: 1 },
    amounts: { all: 10.5, created: 10.5 },
    groups_created: ['Fleet'],
    branches_created: ['Docks'],
    samples: {
      customers_changed: [
        { external_id: 'C2', fields: [{ name: 'full_name', before: 'J. Ally', after: 'Juma Ally' }] },
      ],
      orders_created: [{ external_id: 'O1' }],
    },
  })
  expect(await versions(trial)).toEqual(before)
  const applied = await apply(id)
  expect(applied).toMatchObject({
    state: 'applied',
    counts: { customersCreated: 1, customersChanged: 1, customersUnchanged: 0, ordersCreated: 1 },
  })
  expect(await partsOf(id)).toEqual([])
})

test('applied from a workbook, the records are those of the same rows as text', async () => {
  await apply((await preview(await upload('Kunden.csv', CUSTOMERS))).id)
  const fromText = await contents(trial)
  const rows = CUSTOMERS.trim()
    .split('\n')
    .map((line) => line.split(';'))
  const job = await preview(await upload('Kunden.xlsx', await makeWorkbook({ sheet: sheetRows(rows) })))
  expect(job.preview?.customers).toMatchObject({ created: 0, changed: 0, unchanged: 2 })
  await apply(job.id)
  expect(await contents(trial)).toEqual(fromText)
})

test('pressed twice, it is applied once', async () => {
  const { id, touched_at } = await preview(await bothFiles())
  const presses = await Promise.allSettled([1, 2, 3].map(() => startApply(place, manager, id, touched_at)))
  expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await settled(id)).toMatchObject({ state: 'applied' })
  expect(await trial.rows(sql`select count(*)::int as n from imports`)).toEqual([{ n: 1 }])
  await expect(startApply(place, manager, id, await seenAt(id))).rejects.toMatchObject({ status: 409 })
})

test('bad rows are counted, listed by the page and kept safe for spreadsheets; nothing can be applied', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => `O${n};C1;31/03/2026;=1+${n};service;completed;`).join('\n')
  const { id } = await upload('c.csv', CUSTOMERS)
  const both = await upload('o.csv', `Order number;Customer No;Date;Total;Type;Status;Branch\n${rows}\n`, id)
  const job = await preview(both)
  expect(job).toMatchObject({ state: 'previewed', error_count: 60, preview: { customers: null, orders: null } })
  const bytes = await readImportPart(trial.db, id, 'errors')
  expect(bytes?.toString()).toContain(`orders,2,amount,'=1+0,bad amount`)
  const second = errorsPage(bytes, job.error_count, 2)
  expect(second.page).toEqual({ number: 2, size: 50, total: 60 })
  expect(second.errors).toHaveLength(10)
  expect(second.errors[0]).toEqual({ file: 'orders', line: 52, column: 'amount', value: '=1+50', reason: 'bad amount' })
  await expect(startApply(place, manager, id, await seenAt(id))).rejects.toMatchObject({ status: 409 })
})

test('what somebody else had read in another way meanwhile is not applied', async () => {
  const seen = await preview(await bothFiles())
  await preview(seen)
  await expect(startApply(place, manager, seen.id, seen.touched_at)).rejects.toMatchObject({ status: 409 })
  expect(await settled(seen.id)).toMatchObject({ state: 'previewed' })
})

test('a person is not erased while an import is applied, whose files might wait again', async () => {
  const { id } = await preview(await bothFiles())
  await trial.db.execute(sql`update import_jobs set state = 'applying', touched_at = now() where id = ${id}`)
  await expect(discardWaitingImports(trial.db)).rejects.toMatchObject({ status: 503 })
  await trial.db.execute(sql`update import_jobs set state = 'previewed' where id = ${id}`)
  await discardWaitingImports(trial.db)
  expect(await jobOf(id)).toMatchObject({ state: 'expired' })
})

test('how a file was read is remembered for the next one of its shape', async () => {
  const first = await upload('Kunden.csv', CUSTOMERS)
  const [guess] = guesses(first)
  if (guess?.kind !== 'customers') throw new Error('it is no file of customers')
  const chosen = {
    ...guess,
    mapping: { ...guess.mapping, columns: { external_id: 'Customer No', organization_name: 'Name' } },
  }
  await preview(first, [chosen])
  const next = await upload('Kunden (2).csv', 'CUSTOMER NO;name;Type\nC9;Other;\n')
  expect(next.details['file-1']).toMatchObject({ is_remembered: true, guess: chosen })
})

test('read with another separator, a file has other columns', async () => {
  const { id } = await upload('c.csv', 'external_id;full,name\nC1;Asha,x\n')
  const reading = { encoding: 'windows-1252', separator: ',', sheet: null } as const
  const again = await readAgain(place, manager, { id, part: 'file-1', reading })
  expect(again.details['file-1']).toMatchObject({ headers: ['external_id;full', 'name'], encoding: 'windows-1252' })
})

test('cancelled, an import leaves nothing, also in the middle of being applied', async () => {
  const before = await versions(trial)
  const { id } = await preview(await bothFiles())
  // Whoever holds the customers' table makes the import wait in the middle.
  const blocker = await trial.pool.connect()
  await blocker.query('begin; lock table customers in exclusive mode')
  await startApply(place, manager, id, await seenAt(id))
  await vi.waitFor(
    async () => {
      const { rows } = await trial.pool.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      )
      expect(rows).not.toEqual([])
    },
    { timeout: 10_000 },
  )
  await cancelImport(place, manager, id)
  await blocker.query('rollback')
  blocker.release()
  await vi.waitFor(() => expect(globalThis.customerGroupsImports?.has(id)).toBe(false), { timeout: 10_000 })
  expect(await jobOf(id)).toMatchObject({ state: 'cancelled', counts: null })
  expect(await versions(trial)).toEqual(before)
  expect(await partsOf(id)).toEqual([])
  await expect(cancelImport(place, manager, id)).rejects.toMatchObject({ status: 409 })
})

test('a server that stops in the middle leaves a failed import and nothing changed', async () => {
  const { id } = await preview(await bothFiles())
  await trial.db.execute(sql`update import_jobs set state = 'applying', touched_at = now() - interval '1 minute'`)
  await settleImportJobs(trial.db)
  expect(await jobOf(id)).toMatchObject({ state: 'failed', failure: expect.stringContaining('Nothing was changed') })
  expect(await partsOf(id)).toEqual([])
})

test('files that wait go after a day, and when a person is erased', async () => {
  const old = await upload('old.csv', CUSTOMERS)
  await trial.db.execute(sql`update import_jobs set created_at = now() - interval '25 hours'`)
  const { id } = await upload('new.csv', CUSTOMERS)
  expect((await jobOf(old.id)).state).toBe('expired')
  expect(await partsOf(old.id)).toEqual([])
  await discardWaitingImports(trial.db)
  expect((await jobOf(id)).state).toBe('expired')
  expect(await partsOf(id)).toEqual([])
})

test('the history names every import, whoever made it and how it ended', async () => {
  await trial.importFiles({ customers: 'external_id\nC7\n' })
  const { id } = await preview(await bothFiles())
  await apply(id)
  const { id: cancelled } = await upload('c.csv', CUSTOMERS)
  await cancelImport(place, manager, cancelled)
  expect(await listImports(trial.db, manager)).toMatchObject([
    { state: 'cancelled', from: 'browser', files: ['c.csv'] },
    { state: 'applied', from: 'browser', files: ['Kunden.csv', 'Orders March.csv'] },
    { state: 'applied', from: 'command', by: null, files: ['customers.csv'] },
  ])
})

test('what is cut off, too large, no table or of a nameless sender is refused and leaves nothing', async () => {
  const refused = (work: Promise<unknown>, status: number, code: string) =>
    expect(work).rejects.toMatchObject({ status, code })
  await refused(upload('c.csv', CUSTOMERS, null, { 'content-length': String(CUSTOMERS.length + 5) }), 400, 'cut_off')
  await refused(upload('c.csv', 'x'.repeat(USUAL_LIMITS.bytes + 1)), 413, 'too_large')
  await refused(upload('c.csv', '<html><body>'), 400, 'file_refused')
  await refused(upload('c.csv', await makeWorkbook({})), 400, 'file_refused')
  await refused(upload('c.xlsx', (await makeWorkbook({})).subarray(0, 400)), 400, 'file_refused')
  await refused(upload('', CUSTOMERS), 400, 'bad_request')
  expect(await trial.rows(sql`select id from import_jobs`)).toEqual([])
})

test('only managers of the whole business import', async () => {
  const job = await upload('c.csv', CUSTOMERS)
  const clerk = await testCaller(trial.db, 'clerk', { kind: 'person' })
  await expect(getImportJob(trial.db, clerk, job.id)).rejects.toMatchObject({ status: 403 })
  await expect(startApply(place, clerk, job.id, job.touched_at)).rejects.toMatchObject({ status: 403 })
  await expect(cancelImport(place, clerk, job.id)).rejects.toMatchObject({ status: 403 })
  await expect(listImports(trial.db, clerk)).rejects.toMatchObject({ status: 403 })
})
