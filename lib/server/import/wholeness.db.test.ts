import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents, versions } from './testing/contents'
import { createTrial, type Trial } from './testing/trial'

const ROWS = 3_000
const CUSTOMERS = `external_id,full_name\n${lines((i) => `C${i},Name ${i}`)}`
const ORDERS = `external_id,customer_external_id,type,status,amount,created_at\n${lines(
  (i) => `O${i},C${i},service,completed,${i}.50,2026-01-05`,
)}`
const BEFORE = { customers: 'external_id,full_name\nC1,Before\n' }

function lines(line: (i: number) => string): string {
  return Array.from({ length: ROWS }, (_, i) => line(i)).join('\n')
}

let trial: Trial
let holder: pg.PoolClient
beforeEach(async () => {
  trial = await createTrial()
  await trial.importFiles(BEFORE)
  // Whoever holds the orders stops an import in the middle: its customers are written, its orders are not.
  holder = await trial.pool.connect()
  await holder.query('begin')
  await holder.query("set idle_in_transaction_session_timeout = '60s'")
  await holder.query('lock table orders in exclusive mode')
})
afterEach(async () => {
  holder.release()
  await trial.end()
})

/** The process id of the session that waits in the middle of its import. */
async function untilImportWaits(): Promise<number> {
  const waiting = sql`
    select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%update orders%'`
  await expect.poll(async () => (await trial.rows(waiting)).length, { timeout: 20_000 }).toBe(1)
  return Number((await trial.rows(waiting))[0]?.pid)
}

async function untilSessionEnds(pid: number): Promise<void> {
  const session = sql`select pid from pg_stat_activity where pid = ${pid}`
  await expect.poll(async () => (await trial.rows(session)).length, { timeout: 20_000 }).toBe(0)
}

test('an import that is killed in the middle leaves everything as it was', async () => {
  const paths = { customers: join(trial.folder, 'c.csv'), orders: join(trial.folder, 'o.csv') }
  await writeFile(paths.customers, CUSTOMERS)
  await writeFile(paths.orders, ORDERS)
  const before = await versions(trial)
  const script = fileURLToPath(new URL('./testing/import-child.ts', import.meta.url))
  const files = [paths.customers, paths.orders, join(trial.folder, 'e.csv')]
  const child = spawn(process.execPath, ['--import', 'tsx', script, trial.url, ...files])
  const ended = once(child, 'exit')
  const pid = await untilImportWaits()
  child.kill('SIGKILL')
  await ended
  await holder.query('rollback')
  await untilSessionEnds(pid)
  expect(await versions(trial)).toEqual(before)
  expect(await trial.importFiles({ customers: CUSTOMERS, orders: ORDERS })).toMatchObject({ applied: true })
})

test('a database that is lost in the middle fails the import with a clear sentence and changes nothing', async () => {
  const before = await versions(trial)
  const failing = expect(trial.importFiles({ customers: CUSTOMERS, orders: ORDERS })).rejects.toThrow(
    'The connection to the database was lost. Nothing was changed.',
  )
  const pid = await untilImportWaits()
  await trial.rows(sql`select pg_terminate_backend(${pid})`)
  await failing
  expect(await versions(trial)).toEqual(before)
})

test('a connection that is lost between two statements does not end the process', async () => {
  const lose = async ({ step }: { step: string }) => {
    if (step !== 'checking') return
    await trial.rows(sql`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and query ilike 'analyze staged_orders%'`)
  }
  await expect(trial.importFiles({ customers: CUSTOMERS, orders: ORDERS }, { onProgress: lose })).rejects.toThrow(
    'The connection to the database was lost. Nothing was changed.',
  )
})

test('readers see what was before or what is after, never something between', async () => {
  const importing = trial.importFiles({ customers: CUSTOMERS, orders: ORDERS })
  let isOver = false
  const seen = new Set<string>()
  const reading = (async () => {
    while (!isOver) {
      const [counts] = await trial.rows(sql`
        select (select count(*) from customers) as customers, (select count(*) from orders) as orders,
          (select full_name from customers where external_id = 'C1') as name`)
      seen.add(JSON.stringify(counts))
    }
  })()
  await untilImportWaits()
  expect((await contents(trial)).customers).toHaveLength(1)
  await holder.query('rollback')
  await importing
  await expect.poll(() => seen.size).toBe(2)
  isOver = true
  await reading
  expect([...seen].map((text) => JSON.parse(text))).toEqual([
    { customers: '1', orders: '0', name: 'Before' },
    { customers: String(ROWS), orders: String(ROWS), name: 'Name 1' },
  ])
})

test('a second import at the same time is turned away', async () => {
  const importing = trial.importFiles({ customers: CUSTOMERS, orders: ORDERS })
  await untilImportWaits()
  await expect(trial.importFiles({ customers: CUSTOMERS })).rejects.toThrow('Another import is running')
  await holder.query('rollback')
  expect((await importing).applied).toBe(true)
})

test('an import that is stopped by its user changes nothing', async () => {
  const before = await versions(trial)
  const controller = new AbortController()
  const stop = () => controller.abort()
  const stopped = trial.importFiles({ customers: CUSTOMERS }, { onProgress: stop, signal: controller.signal })
  await expect(stopped).rejects.toThrow('Stopped. Nothing was changed.')
  expect(await versions(trial)).toEqual(before)
})
