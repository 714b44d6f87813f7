import type pg from 'pg'
import { createPool } from '@/db/client'
import { startCluster } from '@/db/embedded/cluster'
import { allowApplication, withClient } from '@/db/embedded/roles'
import { migrateDatabase } from '@/db/migrate'
import type { Env } from '@/lib/env'
import { CommandError } from './command'
import { type Say, step } from './step'

/** A migrated database. `url` is the application's role; `close` ends the pool and the server that was started for it. */
export type OpenDatabase = { url: string; pool: pg.Pool; close(): Promise<void> }

type Server = { ownerUrl: string; appUrl: string; stop(): Promise<void> }

/**
 * Starts the embedded PostgreSQL in `dataDir`, or takes the server of DATABASE_URL, and migrates it. A temporary one is
 * always embedded, and removed by `close`. `say` takes the lines that tell how it goes.
 * @throws CommandError when the server of DATABASE_URL can not be reached.
 */
export async function openDatabase(
  env: Env,
  dataDir: string,
  temporary = false,
  say: Say = console.log,
): Promise<OpenDatabase> {
  const server: Server =
    env.DATABASE_URL && !temporary
      ? await outsideServer(env.DATABASE_URL, env.MIGRATION_DATABASE_URL, say)
      : await step('Starting PostgreSQL', () => startCluster({ dataDir, ephemeral: temporary }), say)
  try {
    await step('Migrating the database', () => migrateDatabase(server.ownerUrl), say)
  } catch (error) {
    await server.stop()
    throw error
  }
  const pool = createPool({ url: server.appUrl, statementTimeoutMs: 0 })
  return {
    url: server.appUrl,
    pool,
    close: async () => {
      await pool.end()
      await server.stop()
    },
  }
}

async function outsideServer(appUrl: string, ownerUrl: string | undefined, say: Say): Promise<Server> {
  const stop = async () => {}
  const role = await currentRole('DATABASE_URL', appUrl)
  if (!ownerUrl) {
    say('The application owns its tables: only MIGRATION_DATABASE_URL, another role, keeps it from changing them.')
    return { ownerUrl: appUrl, appUrl, stop }
  }
  const owner = await currentRole('MIGRATION_DATABASE_URL', ownerUrl)
  if (owner !== role) await allowApplication(ownerUrl, role)
  return { ownerUrl, appUrl, stop }
}

async function currentRole(variable: string, url: string): Promise<string> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<{ role: string }>('select current_user as role')
      return rows[0]?.role ?? ''
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new CommandError(`The database of ${variable} does not answer${code}: check the variable and the server.`)
  }
}
