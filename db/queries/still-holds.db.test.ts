import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Caller, callerOf, shellCaller } from '@/db/access'
import { ensureBusiness } from '@/db/commands/business'
import { apiKeyBranches, apiKeys, sessions, userBranches, users } from '@/db/schema/accounts'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { stillHolds } from './still-holds'

const ABSOLUTE_DAYS = 30
const FROM = { address: null, requestId: null }

let database: TestDatabase
let branchId: string
let person: Caller
let key: Caller
beforeEach(async () => {
  database = await createTestDatabase()
  const { db } = database
  await ensureBusiness(db, {})
  const [branch] = await db.select().from(branches)
  branchId = branch?.id ?? ''
  const held = { id: uuidv7(), name: 'Asha', role: 'viewer' as const, allBranches: false, branchIds: [branchId] }
  const session = { id: uuidv7(), userId: held.id, token: 'token', expiresAt: new Date(Date.now() + 3_600_000) }
  await db.insert(users).values({ ...held, email: 'asha@example.invalid' })
  await db.insert(userBranches).values({ userId: held.id, branchId })
  await db.insert(sessions).values(session)
  person = callerOf('person', { ...held, sessionId: session.id }, FROM)
  const made = { ...held, id: uuidv7() }
  await db.insert(apiKeys).values({ ...made, prefix: 'cgk_abcdefgh', keyHash: 'hash' })
  await db.insert(apiKeyBranches).values({ apiKeyId: made.id, branchId })
  key = callerOf('key', made, FROM)
})
afterEach(() => database.drop())

const holds = (caller: Caller) => stillHolds(database.db, caller, ABSOLUTE_DAYS)

test('an open session, a key in force and the shell hold', async () => {
  expect(await Promise.all([person, key, shellCaller()].map(holds))).toEqual([true, true, true])
})

test('asking puts off no limit', async () => {
  const before = await database.db.select().from(sessions)
  await holds(person)
  expect(await database.db.select().from(sessions)).toEqual(before)
})

test.each([
  ['was signed out', sql`delete from sessions`],
  ['has passed its idle limit', sql`update sessions set expires_at = now()`],
  ['has passed its absolute limit', sql`update sessions set created_at = now() - interval '31 days'`],
  ['is of a disabled account', sql`update users set disabled_at = now()`],
  ['is of a removed account', sql`delete from users`],
  ['is of somebody with another role now', sql`update users set role = 'clerk'`],
  ['is of somebody with every branch now', sql`update users set all_branches = true`],
  ['is of somebody without this branch now', sql`delete from user_branches`],
])('a session that %s does not hold', async (_, change) => {
  await database.db.execute(change)
  expect(await holds(person)).toBe(false)
})

test.each([
  ['was revoked', sql`update api_keys set revoked_at = now()`],
  ['has expired', sql`update api_keys set expires_at = now()`],
  ['is not there', sql`delete from api_keys`],
])('a key that %s does not hold', async (_, change) => {
  await database.db.execute(change)
  expect(await holds(key)).toBe(false)
})

test('a branch more or another one is another caller', async () => {
  const other = { id: uuidv7(), code: 'north', name: 'North', position: 1 }
  await database.db.insert(branches).values(other)
  await database.db.update(userBranches).set({ branchId: other.id }).where(eq(userBranches.branchId, branchId))
  expect(await holds(person)).toBe(false)
  await database.db.insert(userBranches).values({ userId: person.id ?? '', branchId })
  expect(await holds(person)).toBe(false)
})
