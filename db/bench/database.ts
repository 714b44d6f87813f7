import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { createDatabase, createPool } from '@/db/client'
import { startCluster } from '@/db/embedded/cluster'
import { allowApplication, withClient } from '@/db/embedded/roles'
import { migrateDatabase } from '@/db/migrate'
import { fillBenchDatabase } from './fill'
import type { BenchSize } from './generate'

/** A filled database: `url` is the application role's; `close` stops what was started for it and keeps the records. */
export type BenchDatabase = { db: NodePgDatabase; pool: pg.Pool; url: string; close(): Promise<void> }

const NO_LIMIT_MS = 0
/** Counted up where what is generated changes, so that an earlier one is not taken for it. */
const FILLING = 2

/**
 * The generated database of a size, in an embedded cluster of its own under `dataDir`; it is made where it is not there
 * yet. One that was left half made is made again: it only gets its name when it is complete.
 */
export async function openBenchDatabase(
  dataDir: string,
  size: BenchSize,
  onProgress: (what: string) => void,
): Promise<BenchDatabase> {
  const cluster = await startCluster({ dataDir })
  const name = `bench${FILLING}_${size.customers}_${size.orders}`
  const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href
  const known = await withClient(cluster.ownerUrl, (owner) =>
    owner.query('select from pg_database where datname = $1', [name]),
  )
  if (known.rowCount === 0) {
    onProgress(`making ${size.customers} customers and ${size.orders} orders`)
    const draft = `${name}_draft`
    await withClient(cluster.ownerUrl, async (owner) => {
      await owner.query(`drop database if exists ${draft} with (force)`)
      await owner.query(`create database ${draft}`)
    })
    await allowApplication(at(cluster.ownerUrl, draft), new URL(cluster.appUrl).username)
    await migrateDatabase(at(cluster.ownerUrl, draft))
    const pool = createPool({ url: at(cluster.appUrl, draft), statementTimeoutMs: NO_LIMIT_MS })
    await fillBenchDatabase(createDatabase(pool), pool, size)
    await pool.end()
    await withClient(cluster.ownerUrl, (owner) => owner.query(`alter database ${draft} rename to ${name}`))
  }
  await migrateDatabase(at(cluster.ownerUrl, name))
  const url = at(cluster.appUrl, name)
  const pool = createPool({ url, statementTimeoutMs: NO_LIMIT_MS })
  const close = async () => {
    await pool.end()
    await cluster.stop()
  }
  return { db: createDatabase(pool), pool, url, close }
}
