import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { createDatabase, createPool } from '@/db/client'
import { EnvError, readEnv } from '@/lib/env'
import { findCode } from './database-errors'
import { log } from './log'

declare global {
  /** Kept outside the modules, which development reloads: each reload would open ten more connections. */
  var customerGroupsPool: pg.Pool | undefined
}

/**
 * The pool of this process, opened at the first call.
 * @throws EnvError when DATABASE_URL is not set, as it always is under `npm start`, `npm run demo` and `npm run dev`.
 */
export function getPool(): pg.Pool {
  globalThis.customerGroupsPool ??= openPool()
  return globalThis.customerGroupsPool
}

/** Drizzle over the pool of this process. */
export function getDatabase(): NodePgDatabase {
  return createDatabase(getPool())
}

function openPool(): pg.Pool {
  const url = readEnv().DATABASE_URL
  if (!url) throw new EnvError('DATABASE_URL must be set: start the server by `npm start` or `npm run demo`.')
  return createPool({ url, onError: (error) => log.warn({ lost: 'idle connection', code: findCode(error) }) })
}
