import { afterAll, beforeAll, expect, test } from 'vitest'
import { shellCaller } from '@/db/access'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { exportParamsSchema } from '@/lib/customer-groups/params'
import { exportCustomers } from './customer-export'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const specs = Array.from({ length: 6_000 }, (_, index) => {
    return { name: `C${index}`, orders: [{ at: '2026-03-21T10:00:00Z' }] }
  })
  await recordWorkshop(database.db, {}, specs)
})
afterAll(() => database.drop())

async function begun(format: string, signal = new AbortController().signal) {
  const asked = exportParamsSchema.parse({ as_of: '2026-03-31T20:15:00Z', format })
  const reader = (await exportCustomers(database.pool, shellCaller(), asked, signal)).body.getReader()
  await reader.read()
  return reader
}

async function readToEnd(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}

test.each(['xlsx', 'json'])('a lost connection breaks a file of %s, and never ends it early', async (format) => {
  const reader = await begun(format)
  const ended = await database.pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like $1',
    ['%with%activity as%'],
  )
  expect(ended.rowCount).toBe(1)
  await expect(readToEnd(reader)).rejects.toThrow()
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test.each(['xlsx', 'json'])('a reader of %s that goes away gives connection and place back', async (format) => {
  for (let times = 0; times < 3; times++) {
    const gone = new AbortController()
    await begun(format, gone.signal)
    gone.abort()
  }
  expect(database.pool.totalCount - database.pool.idleCount).toBe(0)
})
