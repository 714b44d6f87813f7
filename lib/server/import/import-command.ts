import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { shellCaller } from '@/db/access'
import type { DecimalSign } from '@/lib/csv/amount'
import { type ImportMapping, importMappingSchema } from '@/lib/imports/mapping'
import { ensureRealBusiness } from '@/lib/server/launch/business'
import { type CommandContext, CommandError } from '@/lib/server/launch/command'
import { openDatabase } from '@/lib/server/launch/open-database'
import { MAIN_DATA_DIR } from '@/lib/server/launch/start'
import { ImportFailure } from './failure'
import { importFiles } from './import-files'
import { commandLimits } from './limits'
import { createProgressBar } from './progress-bar'
import { describeReport } from './summary'

const USAGE =
  'Usage: npm run import -- --customers FILE --orders FILE [--mapping FILE] [--decimal . | --decimal ,] [--sample]'

/** What was asked for on the command line. */
type ImportArguments = {
  customersFile?: string
  ordersFile?: string
  decimal?: DecimalSign
  sample: boolean
  mappingFile?: string
}

/** `npm run import`: imports into the business's own records and tells what it did. Resolves to the exit code. */
export async function runImport({ env, signal }: CommandContext, args: string[]): Promise<number> {
  const { sample, mappingFile, ...files } = readArguments(args)
  const mapping = mappingFile === undefined ? undefined : await readMapping(mappingFile)
  const database = await openDatabase(env, env.DATA_DIR ?? MAIN_DATA_DIR)
  const bar = createProgressBar(process.stderr)
  try {
    await ensureRealBusiness(database, env, sample)
    const report = await importFiles({
      ...files,
      mapping,
      limits: commandLimits(env),
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
  const options = { customers: text, orders: text, decimal: text, mapping: text, sample: { type: 'boolean' } } as const
  const { customers, orders, decimal, mapping, sample = false } = parse(() => parseArgs({ args, options }).values)
  if (!customers && !orders) throw new CommandError(`There is nothing to import.\n${USAGE}`)
  if (decimal !== undefined && decimal !== '.' && decimal !== ',') {
    throw new CommandError(`--decimal is either . or ,\n${USAGE}`)
  }
  return { customersFile: customers, ordersFile: orders, decimal, sample, mappingFile: mapping }
}

/** A file as `docs/import.md` describes it. */
async function readMapping(path: string): Promise<ImportMapping> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandError(`${path} can not be opened.`)
  })
  const parsed = importMappingSchema.safeParse(parseJson(text, path))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new CommandError(`${path} is no mapping: ${issue?.path.join('.')}: ${issue?.message}`)
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CommandError(`${path} is not JSON.`)
  }
}

function parse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}
