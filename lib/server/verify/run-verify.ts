import { parseArgs } from 'node:util'
import { createDatabase } from '@/db/client'
import { findBusiness } from '@/db/queries/business'
import { type CommandContext, CommandError } from '@/lib/server/launch/command'
import { openDatabase } from '@/lib/server/launch/open-database'
import { MAIN_DATA_DIR } from '@/lib/server/launch/start'
import { reportAgreement } from './agreement-report'

const USAGE = 'Usage: npm run verify'

/** Verifies the records that `npm start` serves, and changes none. Resolves to the exit code: 0 where all agrees, else 1. */
export async function runVerify({ env }: CommandContext, args: string[]): Promise<number> {
  readArguments(args)
  const database = await openDatabase(env, env.DATA_DIR ?? MAIN_DATA_DIR)
  try {
    const db = createDatabase(database.pool)
    const business = await findBusiness(db)
    if (!business) throw new CommandError('There is no business yet: `npm start` creates it.')
    return await reportAgreement(db, business)
  } finally {
    await database.close()
  }
}

function readArguments(args: string[]): void {
  try {
    parseArgs({ args, options: {} })
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}
