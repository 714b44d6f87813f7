import { parseArgs } from 'node:util'
import { createDatabase } from '@/db/client'
import { findBusiness } from '@/db/queries/business'
import { type CommandContext, CommandError } from '@/lib/server/launch/command'
import { openDatabase } from '@/lib/server/launch/open-database'
import { MAIN_DATA_DIR } from '@/lib/server/launch/start'
import { reportAgreement } from './agreement-report'
import { type GivenExport, reportExport } from './export-report'

const USAGE = 'Usage: npm run verify [-- --export FILE [--query QUERY [--branches CODE,CODE]]]'

/**
 * Verifies the records that `npm start` serves, or a file against them, and changes none. Resolves to the exit code: 0
 * where all agrees, else 1.
 */
export async function runVerify({ env }: CommandContext, args: string[]): Promise<number> {
  const file = readArguments(args)
  const database = await openDatabase(env, env.DATA_DIR ?? MAIN_DATA_DIR)
  try {
    const db = createDatabase(database.pool)
    const business = await findBusiness(db)
    if (!business) throw new CommandError('There is no business yet: `npm start` creates it.')
    return await (file ? reportExport(db, file) : reportAgreement(db, business))
  } finally {
    await database.close()
  }
}

/** The file that is to be verified, null where the records themselves are. */
function readArguments(args: string[]): GivenExport | null {
  const text = { type: 'string' } as const
  const options = { export: text, query: text, branches: text } as const
  const { export: path, query, branches } = parse(() => parseArgs({ args, options }).values)
  if (path === undefined && (query ?? branches) !== undefined) throw new CommandError(USAGE)
  return path === undefined ? null : { path, query, branches }
}

function parse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}
