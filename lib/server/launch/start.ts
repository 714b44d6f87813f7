import { join } from 'node:path'
import { buildIfNeeded } from './build'
import { ensureRealBusiness } from './business'
import type { CommandContext } from './command'
import { openDatabase } from './open-database'
import { reservePort, serve } from './serve'

/** Where the business's own records live unless DATA_DIR or DATABASE_URL says otherwise. */
export const MAIN_DATA_DIR = join('.data', 'main')

/** Serves the business's own records, and the sample's only when asked to. */
export async function runStart({ env, signal }: CommandContext, allowSample: boolean): Promise<number> {
  const port = await reservePort(env.PORT)
  const database = await openDatabase(env, env.DATA_DIR ?? MAIN_DATA_DIR)
  try {
    await ensureRealBusiness(database, env, allowSample)
    await buildIfNeeded(signal)
    await serve('start', { port, databaseUrl: database.url, signal })
  } finally {
    await database.close()
  }
  return 0
}
