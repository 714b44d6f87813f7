import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '@/db/client'
import { withClient } from '@/db/embedded/roles'
import { findBusiness } from '@/db/queries/business'
import { isSampleComplete } from '@/db/queries/sample'
import { loadSampleWorkshop } from '@/lib/server/sample/load-sample'
import { reserveAddress } from './address'
import { buildIfNeeded } from './build'
import { type CommandContext, CommandError } from './command'
import { demoNotice, ensureDemoAccounts } from './demo-accounts'
import { type OpenDatabase, openDatabase } from './open-database'
import { serve } from './serve'
import { keepSessionSecret } from './session-secret'
import { step } from './step'

/** Any number but that of the migrations: two demos that start at once load the sample once. */
const SAMPLE_LOCK = 7_210_455_022

/**
 * Serves the sample workshop: `start` the built application, `dev` the sources. A temporary demo has a database of its
 * own, which is removed at the end.
 */
export async function runDemo(
  mode: 'start' | 'dev',
  { env, signal }: CommandContext,
  temporary = false,
): Promise<number> {
  const address = await reserveAddress(env)
  const throwAway = join(tmpdir(), `customer-groups-demo-${randomUUID().slice(0, 8)}`)
  const dataDir = temporary ? throwAway : (env.DATA_DIR ?? join('.data', 'demo'))
  const database = await openDatabase(env, dataDir, temporary)
  try {
    await ensureSample(database)
    const notice = demoNotice(await ensureDemoAccounts(database, dataDir))
    const sessionSecret = await keepSessionSecret(env, dataDir)
    if (mode === 'start') await buildIfNeeded(signal)
    await serve(mode, { address, databaseUrl: database.url, sessionSecret, notice, signal })
  } finally {
    await database.close()
  }
  return 0
}

/**
 * Loads the sample workshop into an empty database, or again where a load was cut off.
 * @throws CommandError when the database holds real records.
 */
async function ensureSample({ url, pool }: OpenDatabase): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [SAMPLE_LOCK])
    const db = createDatabase(pool)
    const found = await findBusiness(db)
    if (found && !found.isSample) {
      throw new CommandError('This database holds real records, which the demo never touches. Use another DATA_DIR.')
    }
    if (await isSampleComplete(db)) return
    await step('Loading the sample workshop', () => loadSampleWorkshop(pool, new Date()))
  })
}
