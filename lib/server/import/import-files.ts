import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type pg from 'pg'
import type { Caller } from '@/db/access'
import { applyImport } from '@/db/commands/import/apply-import'
import { inImportTransaction } from '@/db/commands/import/session'
import type { DecimalSign } from '@/lib/csv/amount'
import type { ImportMapping } from '@/lib/imports/mapping'
import { ErrorLog } from './error-log'
import { toImportFailure } from './failure'
import { inspectFile } from './inspect-file'
import { type ImportLimits, USUAL_LIMITS } from './limits'
import { createProgress, type OnProgress } from './progress'
import type { ImportReport } from './report'
import { type Act, type ImportOutcome, type ImportRun, stageAndApply } from './stage-and-apply'

export type ImportOptions = {
  pool: pg.Pool
  /** Who imports, for the audit log. */
  caller: Caller
  /** Either file may be left out. */
  customersFile?: string
  ordersFile?: string
  /** What the files are called where they came from, if not as they are here; errors then name them by their kinds. */
  names?: { customers: string | null; orders: string | null }
  /** How the files are read; without it columns are found by their own names. */
  mapping?: ImportMapping
  limits?: ImportLimits
  /** Needed where a file does not show its decimal sign. */
  decimal?: DecimalSign
  /** Where to write what is wrong, if anything is. */
  errorsFile: string
  /** Whether somebody chose the currency of the business; if not, it takes that of its first orders. */
  currencyGiven: boolean
  onProgress?: OnProgress
  /** Stops the import, unless it has been applied. */
  signal?: AbortSignal
  /** What is done with files that are right; without it they are applied. */
  act?: Act
  /** Takes everything back in the end, as a preview does. */
  takeBack?: boolean
}

const APPLY: Act = ({ db }, caller, plan) => applyImport(db, caller, plan)
const NO_LIMITS: ImportLimits = { ...USUAL_LIMITS, bytes: Number.POSITIVE_INFINITY, rows: Number.POSITIVE_INFINITY }

/**
 * Imports customers and orders from files, all of them or nothing: the rows are staged, judged whole and applied in one
 * transaction, so that readers see the state before or the state after. What is wrong with the rows is in the report.
 * @throws ImportFailure where the import could not be carried out: a file can not be read, the database is lost.
 */
export async function importFiles(options: ImportOptions): Promise<ImportReport> {
  const begun = performance.now()
  const log = new ErrorLog(options.errorsFile, options.names && basename)
  const scratch = await mkdtemp(join(tmpdir(), 'customer-groups-rows-'))
  let isCommitting = false
  try {
    const outcome = await importIn(scratch, log, options, () => {
      isCommitting = true
    })
    const errors = await log.finish()
    const applied = errors.total === 0 && options.takeBack !== true
    return { ...outcome, applied, errors, elapsedMs: performance.now() - begun }
  } catch (error) {
    await log.finish()
    throw toImportFailure(error, isCommitting)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function importIn(
  scratch: string,
  log: ErrorLog,
  options: ImportOptions,
  onCommit: () => void,
): Promise<ImportOutcome> {
  const { customersFile, ordersFile, names, mapping, limits = NO_LIMITS } = options
  const progress = await createProgress(options)
  const file = (kind: 'customers' | 'orders', path: string) => {
    const name = names?.[kind] ?? path
    return { path, name, kind, mapping: mapping?.[kind], scratch, limits }
  }
  const customers = customersFile ? await inspectFile(file('customers', customersFile), log) : null
  const orders = ordersFile ? await inspectFile(file('orders', ordersFile), log, progress.onBytes) : null
  const decimal = mapping?.orders?.decimal ?? options.decimal
  const run = { ...options, act: options.act ?? APPLY, recordedAs: names, decimal, log, progress, customers, orders }
  return runWhole(run, onCommit)
}

/** Ends the transaction of an import that is not to be applied like that of a failed one. */
class TakenBack extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super('the files hold errors, or were only looked at')
  }
}

async function runWhole(
  run: ImportRun & Pick<ImportOptions, 'pool' | 'signal' | 'takeBack'>,
  onCommit: () => void,
): Promise<ImportOutcome> {
  try {
    return await inImportTransaction(run.pool, async (session) => {
      const outcome = await stageAndApply(session, run)
      if (run.log.total > 0 || run.takeBack) throw new TakenBack(outcome)
      run.signal?.throwIfAborted()
      onCommit()
      return outcome
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome
    throw error
  }
}
