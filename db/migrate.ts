import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { keepAppendOnly } from './append-only'
import type { Database } from './client'
import journal from './migrations/meta/_journal.json'

/** Any number, the same in each process that migrates. */
const MIGRATION_LOCK = 7_210_455_021

/**
 * Brings the schema up to this version of the code. Drizzle's migrator takes no lock, so overlapping starts take turns
 * at an advisory lock; the connection is its own, which ends the lock with it.
 * @throws Error when a newer version of the code has migrated this database.
 */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, statement_timeout: 0 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), 'migrations')
    const db = drizzle(client)
    await migrate(db, { migrationsFolder, migrationsSchema: 'public', migrationsTable: 'schema_migrations' })
    await keepAppendOnly(client)
    if (!(await isSchemaCurrent(db))) {
      throw new Error('This database belongs to a newer version of the application: update the application.')
    }
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether the database has exactly the migrations that this version of the code knows. */
export async function isSchemaCurrent(db: Pick<Database, 'execute'>): Promise<boolean> {
  const { rows: tables } = await db.execute(sql`select where to_regclass('public.schema_migrations') is not null`)
  if (tables.length === 0) return false
  const { rows } = await db.execute<{ latest: string | null }>(
    sql`select max(created_at)::text as latest from public.schema_migrations`,
  )
  return rows[0]?.latest === String(journal.entries.at(-1)?.when)
}
