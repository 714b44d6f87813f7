import type pg from 'pg'
import type { Caller } from '@/db/access'
import { inImportTransaction } from '@/db/commands/import/session'
import type { DecimalSign } from '@/lib/csv/amount'
import { ErrorLog } from './error-log'
import { toImportFailure } from './failure'
import { inspectFile } from './inspect-file'
import { createProgress, type OnProgress } from './progress'
import type { ImportReport } from './report'
import { type ImportOutcome, type ImportRun, stageAndApply } from './stage-and-apply'

export type ImportOptions = {
  pool: pg.Pool
  /** Who imports, for the audit log. */
  caller: Caller
  /** Either file may be left out. */
  customersFile?: string
  ordersFile?: string
  /** Needed where a file does not show its decimal sign. */
  decimal?: DecimalSign
  /** Where to write what is wrong, if anything is. */
  errorsFile: string
  /** Whether somebody chose the currency of the business; if not, it takes that of its first orders. */
  currencyGiven: boolean
  onProgress?: OnProgress
  /** Stops the import, unless it has been applied. */
  signal?: AbortSignal
}

/**
 * Imports customers and orders from CSV files, all of them or nothing: the rows are staged, judged whole and applied in
 * one transaction, so that readers see the state before or the state after. What is wrong with the rows is in the report.
 * @throws ImportFailure where the import could not be carried out: a file can not be read, the database is lost.
 */
export async function importFiles(options: ImportOptions): Promise<ImportReport> {
  const begun = performance.now()
  const { customersFile, ordersFile } = options
  const log = new ErrorLog(options.errorsFile)
  let isCommitting = false
  try {
    const progress = await createProgress(options)
    const customers = customersFile ? await inspectFile(customersFile, 'customers', log) : null
    const orders = ordersFile ? await inspectFile(ordersFile, 'orders', log, progress.onBytes) : null
    const outcome = await runWhole({ ...options, log, progress, customers, orders }, () => {
      isCommitting = true
    })
    const errors = await log.finish()
    return { ...outcome, applied: errors.total === 0, errors, elapsedMs: performance.now() - begun }
  } catch (error) {
    await log.finish()
    throw toImportFailure(error, isCommitting)
  }
}

/** Ends the transaction of an import whose files hold errors like that of a failed one. */
class Refusal extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super('the files hold errors')
  }
}

async function runWhole(
  run: ImportRun & Pick<ImportOptions, 'pool' | 'signal'>,
  onCommit: () => void,
): Promise<ImportOutcome> {
  try {
    return await inImportTransaction(run.pool, async (session) => {
      const outcome = await stageAndApply(session, run)
      if (run.log.total > 0) throw new Refusal(outcome)
      run.signal?.throwIfAborted()
      onCommit()
      return outcome
    })
  } catch (error) {
    if (error instanceof Refusal) return error.outcome
    throw error
  }
}
