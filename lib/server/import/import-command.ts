import { parseArgs } from 'node:util'
import { shellCaller } from '@/db/access'
import type { DecimalSign } from '@/lib/csv/amount'
import { ensureRealBusiness } from '@/lib/server/launch/business'
import { type CommandContext, CommandError } from '@/lib/server/launch/command'
import { openDatabase } from '@/lib/server/launch/open-database'
import { MAIN_DATA_DIR } from '@/lib/server/launch/start'
import { ImportFailure } from './failure'
import { importFiles } from './import-files'
import { createProgressBar } from './progress-bar'
import { describeReport } from './summary'

const USAGE = 'Usage: npm run import -- --customers FILE --orders FILE [--decimal . | --decimal ,] [--sample]'

/** What was asked for on the command line. */
type ImportArguments = { customersFile?: string; ordersFile?: string; decimal?: DecimalSign; sample: boolean }

/** `npm run import`: imports into the business's own records and tells what it did. Resolves to the exit code. */
export async function runImport({ env, signal }: CommandContext, args: string[]): Promise<number> {
  const { sample, ...files } = readArguments(args)
  const database = await openDatabase(env, env.DATA_DIR ?? MAIN_DATA_DIR)
  const bar = createProgressBar(process.stderr)
  try {
    await ensureRealBusiness(database, env, sample)
    const report = await importFiles({
      ...files,
      pool: database.pool,
      caller: shellCaller(),
      errorsFile: `import-errors-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}.csv`,
      currencyGiven: env.BUSINESS_CURRENCY !== undefined,
      onProgress: bar.show,
      signal,
    })
    bar.end()
    console.log(describeReport(report))
    return report.applied ? 0 : 1
  } catch (error) {
    bar.end()
    if (error instanceof ImportFailure) throw new CommandError(error.message)
    throw error
  } finally {
    await database.close()
  }
}

function readArguments(args: string[]): ImportArguments {
  const text = { type: 'string' } as const
  const options = { customers: text, orders: text, decimal: text, sample: { type: 'boolean' } } as const
  const { customers, orders, decimal, sample = false } = parse(() => parseArgs({ args, options }).values)
  if (!customers && !orders) throw new CommandError(`There is nothing to import.\n${USAGE}`)
  if (decimal !== undefined && decimal !== '.' && decimal !== ',') {
    throw new CommandError(`--decimal is either . or ,\n${USAGE}`)
  }
  return { customersFile: customers, ordersFile: orders, decimal, sample }
}

function parse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}
