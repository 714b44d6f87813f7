import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Database } from '@/db/client'

/** One transaction on one connection: `db` for statements, `client` for COPY. */
export type ImportSession = { db: Database; client: pg.PoolClient }

/** Another import holds the lock. */
export class ImportRunningError extends Error {}

// Any number will do, so long as nothing else in this database locks by it.
const IMPORT_LOCK = 7_204_413

/**
 * Runs an import in one transaction: what `work` throws rolls everything back, and so does a connection that is lost.
 * Waits are longer than a request's, and there is one import at a time.
 * @throws ImportRunningError
 */
export async function inImportTransaction<T>(pool: pg.Pool, work: (session: ImportSession) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let lost: Error | undefined
  // A connection lost between two statements would end the process; the next statement tells of it.
  const onLost = (error: Error) => {
    lost = error
  }
  client.on('error', onLost)
  try {
    return await drizzle(client).transaction(async (db) => {
      await db.execute(sql`select set_config('statement_timeout', '30min', true), set_config('lock_timeout', '30s', true),
        set_config('idle_in_transaction_session_timeout', '5min', true)`)
      const lock = sql`select pg_try_advisory_xact_lock(${IMPORT_LOCK}) as held`
      const { rows } = await db.execute<{ held: boolean }>(lock)
      if (!rows[0]?.held) throw new ImportRunningError()
      return work({ db, client })
    })
  } finally {
    client.off('error', onLost)
    client.release(lost)
  }
}
