import { join } from 'node:path'
import { reserveAddress } from './address'
import { buildIfNeeded } from './build'
import { ensureRealBusiness } from './business'
import type { CommandContext } from './command'
import { openDatabase } from './open-database'
import { serve } from './serve'
import { keepSessionSecret } from './session-secret'
import { setupNotice } from './setup-notice'

/** Where the business's own records live unless DATA_DIR or DATABASE_URL says otherwise. */
export const MAIN_DATA_DIR = join('.data', 'main')

/** Serves the business's own records, and the sample's only when asked to. */
export async function runStart({ env, signal }: CommandContext, allowSample: boolean): Promise<number> {
  const address = await reserveAddress(env)
  const dataDir = env.DATA_DIR ?? MAIN_DATA_DIR
  const database = await openDatabase(env, dataDir)
  try {
    await ensureRealBusiness(database, env, allowSample)
    await buildIfNeeded(signal)
    const sessionSecret = await keepSessionSecret(env, dataDir)
    const notice = await setupNotice(database, address)
    await serve('start', { address, databaseUrl: database.url, sessionSecret, notice, signal })
  } finally {
    await database.close()
  }
  return 0
}
