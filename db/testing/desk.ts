import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '@/db/access'
import { type BusinessSettings, ensureBusiness } from '@/db/commands/business'
import { branches } from '@/db/schema/reference'
import { testCaller } from './callers'
import { createTestDatabase, type TestDatabase } from './database'

/** A database with a business of three branches, and who works at its desk. */
export type Desk = TestDatabase & { clerk: Caller; manager: Caller; clerkOfNorth: Caller; rows: Rows }
type Rows = (statement: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

const SETTINGS = { currency: 'USD', timeZone: 'Africa/Dar_es_Salaam', country: 'TZ' }

/** The branches are main, north and airport; `rows` reads the tables past every command and query. */
export async function openDesk(settings: BusinessSettings = SETTINGS): Promise<Desk> {
  const database = await createTestDatabase()
  await ensureBusiness(database.db, { ...SETTINGS, ...settings })
  const made = ['north', 'airport'].map((code, index) => ({ id: uuidv7(), code, name: code, position: index + 1 }))
  await database.db.insert(branches).values(made)
  return {
    ...database,
    clerk: await testCaller(database.db, 'clerk'),
    manager: await testCaller(database.db, 'manager'),
    clerkOfNorth: await testCaller(database.db, 'clerk', { branches: ['north'] }),
    rows: async (statement, values) => (await database.pool.query(statement, values)).rows,
  }
}
