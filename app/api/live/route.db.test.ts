import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ensureBusiness } from '@/db/commands/business'
import { notifyChange } from '@/db/commands/notify-change'
import { apiKeyBranches, apiKeys } from '@/db/schema/accounts'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { decodeEvent, type LiveEvent } from '@/lib/live/events'
import { newApiKey } from '@/lib/server/auth/secrets'
import { GET } from './route'

let database: TestDatabase
let opened: AbortController[]
beforeEach(async () => {
  database = await createTestDatabase()
  opened = []
  globalThis.customerGroupsPool = database.pool
  vi.stubEnv('DATABASE_URL', database.url)
  vi.stubEnv('LIVE_STREAMS_PER_PROCESS', '500')
  vi.stubEnv('LIVE_STREAMS_PER_PERSON', '500')
  await ensureBusiness(database.db, {})
})
afterEach(async () => {
  for (const stream of opened) stream.abort()
  globalThis.customerGroupsLive?.hub.close()
  globalThis.customerGroupsLive = undefined
  vi.unstubAllEnvs()
  await database.drop()
})

/** A key of every branch, or of one alone. */
async function makeKey(branchId?: string): Promise<string> {
  const { key, prefix, keyHash } = newApiKey()
  const id = uuidv7()
  const held = { id, name: 'tests', role: 'viewer' as const, allBranches: branchId === undefined }
  await database.db.insert(apiKeys).values({ ...held, prefix, keyHash })
  if (branchId) await database.db.insert(apiKeyBranches).values({ apiKeyId: id, branchId })
  return key
}

async function addBranch(code: string): Promise<string> {
  const id = uuidv7()
  await database.db.insert(branches).values({ id, code, name: code, position: 1 })
  return id
}

async function open(key: string) {
  const stream = new AbortController()
  opened.push(stream)
  const headers = { Authorization: `Bearer ${key}` }
  const response = await GET(new Request('http://127.0.0.1/api/live', { headers, signal: stream.signal }), {})
  const reader = response.body?.getReader()
  const next = async (): Promise<LiveEvent | null> => {
    const read = await reader?.read()
    return read?.value ? decodeEvent(new TextDecoder().decode(read.value).trimEnd()) : null
  }
  /** Reads until the server listens, as the page does before it takes its figures for current. */
  const listening = async () => {
    for (let event = await next(); event !== null; event = await next()) {
      if ('quiet_since' in event.data && event.data.quiet_since !== null) return
    }
    throw new Error('the stream has ended')
  }
  return { status: response.status, next, listening, close: () => stream.abort() }
}

/** A few at once: a pool of ten connections finds out who asks. */
async function openMany(count: number, key: string) {
  const streams: Awaited<ReturnType<typeof open>>[] = []
  while (streams.length < count) streams.push(...(await Promise.all(Array.from({ length: 25 }, () => open(key)))))
  return streams
}

const orderMade = (branchIds: string[] | null, id = uuidv7()) =>
  notifyChange(database.db, { kind: 'order', act: 'created', id, version: 1, branch_ids: branchIds })

const connections = async () => {
  const { rows } = await database.db.execute(sql`
    select pid from pg_stat_activity
    where application_name = 'customer-groups-live' and datname = current_database()`)
  return rows.length
}

test('a change is told when its transaction commits, and one that is rolled back never', async () => {
  const { next, listening } = await open(await makeKey())
  await listening()
  const kept = uuidv7()
  await expect(
    database.db.transaction(async (tx) => {
      await notifyChange(tx, { kind: 'order', act: 'created', id: uuidv7(), branch_ids: null })
      throw new Error('rolled back')
    }),
  ).rejects.toThrow('rolled back')
  await orderMade(null, kept)
  const event = await next()
  expect(event).toMatchObject({ event: 'change', data: { kind: 'order', act: 'created', id: kept, version: 1 } })
  expect(JSON.stringify(event)).not.toContain('branch')
})

test('the instant of a change is that of its commit or later, on the clock of the database', async () => {
  const { next, listening } = await open(await makeKey())
  await listening()
  for (let made = 0; made < 20; made++) {
    const before = await database.db.transaction(async (tx) => {
      await notifyChange(tx, { kind: 'order', act: 'created', id: uuidv7(), branch_ids: null })
      const { rows } = await tx.execute<{ ms: number }>(sql`
        select extract(epoch from clock_timestamp())::float8 * 1000 as ms`)
      return rows[0]?.ms ?? 0
    })
    const event = await next()
    const at = event?.event === 'change' ? Date.parse(event.data.at) : 0
    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThan(before + 1_000)
  }
})

test('a limited reader is told nothing of another branch', async () => {
  const [north, airport] = [await addBranch('north'), await addBranch('airport')]
  const limited = await open(await makeKey(north))
  await limited.listening()
  const ids = [uuidv7(), uuidv7(), uuidv7()]
  await orderMade([airport], ids[0])
  await orderMade([north], ids[1])
  await orderMade(null, ids[2])
  const told = [await limited.next(), await limited.next()]
  expect(told.map((event) => event?.event === 'change' && event.data.id)).toEqual([ids[1], ids[2]])
})

test('after the connection was ended by the server it is opened again, and every stream is told to read again', async () => {
  const key = await makeKey()
  const streams = await Promise.all(Array.from({ length: 3 }, () => open(key)))
  for (const { listening } of streams) await listening()
  await database.db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'customer-groups-live' and datname = current_database()`)
  for (const { next, listening } of streams) {
    expect(await next()).toEqual({ event: 'stale', data: {} })
    await listening()
  }
  await orderMade(null)
  for (const { next } of streams) expect((await next())?.event).toBe('change')
})

test('500 streams share one connection, each is told every change, and their places are free when they close', async () => {
  const key = await makeKey()
  const round = async () => {
    const streams = await openMany(500, key)
    await Promise.all(streams.map(({ listening }) => listening()))
    expect(await connections()).toBe(1)
    expect((await open(key)).status).toBe(429)
    const ids = [uuidv7(), uuidv7(), uuidv7()]
    for (const id of ids) await orderMade(null, id)
    for (const { next, close } of streams) {
      for (const id of ids) expect(await next()).toMatchObject({ event: 'change', data: { id } })
      close()
    }
  }
  await round()
  await round()
})

test('the connection closes with the last stream, after a time', async () => {
  const stream = await open(await makeKey())
  await stream.listening()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  stream.close()
  vi.advanceTimersByTime(15 * 60_000)
  vi.useRealTimers()
  await expect.poll(connections).toBe(0)
})

test('the ninth stream of a person is refused, as is nobody else', async () => {
  vi.stubEnv('LIVE_STREAMS_PER_PERSON', '8')
  const key = await makeKey()
  const streams = await Promise.all(Array.from({ length: 9 }, () => open(key)))
  expect(streams.map(({ status }) => status).sort()).toEqual([...Array(8).fill(200), 429])
  expect((await open(await makeKey())).status).toBe(200)
})

test('a HEAD takes no place', async () => {
  vi.stubEnv('LIVE_STREAMS_PER_PERSON', '1')
  const key = await makeKey()
  const headers = { Authorization: `Bearer ${key}` }
  for (let asked = 0; asked < 3; asked++) {
    const response = await GET(new Request('http://127.0.0.1/api/live', { method: 'HEAD', headers }), {})
    expect(response).toMatchObject({ status: 200, body: null })
  }
  expect((await open(key)).status).toBe(200)
})
