import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type pg from 'pg'
import { assertAllBranches, assertMay, type Caller } from '@/db/access'
import { createDatabase } from '@/db/client'
import { type Once, onceFor } from '@/db/commands/idempotency'
import { applyImport } from '@/db/commands/import/apply-import'
import { ImportRunningError, inImportTransaction } from '@/db/commands/import/session'
import { getBusiness } from '@/db/queries/business'
import { REASONS } from '@/lib/csv/row-error'
import { RequestError } from '@/lib/failure'
import { type ImportCounts, type ImportTexts, importCountsSchema } from '@/lib/imports/contract'
import type { FileKind } from '@/lib/imports/mapping'
import { findCode } from '@/lib/server/database-errors'
import { ErrorLog, type ErrorSummary } from './error-log'
import { ImportFailure } from './failure'
import { inspectFile } from './inspect-file'
import type { ImportLimits } from './limits'
import { createProgress } from './progress'
import { type ImportOutcome, type ImportRun, stageAndApply } from './stage-and-apply'

type Import = { caller: Caller; once: Once; texts: ImportTexts; currencyGiven: boolean; limits: ImportLimits }

/**
 * Imports CSV files that came as texts: all of them or nothing, once for each key, by the steps of `importFiles`.
 * @throws RequestError 400 `rows_refused` naming the first bad rows, 403 for a caller who may not or is limited to
 * branches, 400 `file_refused` for a file that is no table or beyond the limits, 409 `sample_workshop` for real records in the
 * sample's database, 422 `key_reused`, 503 `busy` while another import runs or others write the same records.
 */
export async function importTexts(pool: pg.Pool, given: Import): Promise<ImportCounts> {
  assertMay(given.caller, 'import')
  assertAllBranches(given.caller)
  await assertMeant(pool, given.texts)
  const folder = await mkdtemp(join(tmpdir(), 'customer-groups-import-'))
  const log = new ErrorLog(join(folder, 'errors.csv'))
  try {
    return await importIn(folder, pool, log, given)
  } catch (error) {
    throw toRequestError(error)
  } finally {
    await log.finish()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The sample workshop and real records must not mix, unless whoever sends them says that this is meant. */
async function assertMeant(pool: pg.Pool, { sample }: ImportTexts): Promise<void> {
  const { isSample } = await getBusiness(createDatabase(pool))
  if (!isSample || sample) return
  const message =
    'This database holds the sample workshop, which must not mix with real records. Send "sample": true if it is meant.'
  throw new RequestError(409, 'sample_workshop', message)
}

async function importIn(
  folder: string,
  pool: pg.Pool,
  log: ErrorLog,
  { caller, once, texts, currencyGiven, limits }: Import,
): Promise<ImportCounts> {
  const customersFile = await place(folder, 'customers', texts.customers)
  const ordersFile = await place(folder, 'orders', texts.orders)
  const progress = await createProgress({ customersFile, ordersFile })
  const file = (kind: FileKind, path: string) => ({ path, name: kind, kind, scratch: folder, limits })
  const customers = customersFile ? await inspectFile(file('customers', customersFile), log) : null
  const orders = ordersFile ? await inspectFile(file('orders', ordersFile), log) : null
  const run: ImportRun = {
    ...{ caller, log, progress, customersFile, ordersFile, customers, orders, currencyGiven },
    ...{ decimal: texts.decimal ?? undefined, recordedAs: { customers: null, orders: null } },
    act: ({ db }, by, plan) => applyImport(db, by, plan),
  }
  return inImportTransaction(pool, (session) =>
    onceFor(session.db, caller, once, importCountsSchema, async () => {
      const outcome = await stageAndApply(session, run)
      if (log.total > 0) throw rowsRefused(await log.finish())
      return countsOf(outcome)
    }),
  )
}

async function place(folder: string, name: string, text: string | null): Promise<string | undefined> {
  if (text === null) return undefined
  const path = join(folder, name)
  await writeFile(path, text, { mode: 0o600 })
  return path
}

/** Each bad row by its file, line and column: `orders.12.amount`. */
function rowsRefused({ total, first }: ErrorSummary): RequestError {
  const fields = first.map(({ file, line, column, reason }) => ({
    name: [basename(file), line, column].filter((part) => part !== '').join('.'),
    message: `${reason}. ${REASONS[reason]}`,
  }))
  const which = first.length < total ? `; the first ${first.length} are named` : ''
  return new RequestError(400, 'rows_refused', `${total} wrong in the files${which}. Nothing was changed.`, fields)
}

function countsOf({ customers, orders, groupsCreated, branchesCreated, currencyTaken }: ImportOutcome): ImportCounts {
  return {
    customers_created: customers?.applied?.created ?? 0,
    customers_changed: customers?.applied?.changed ?? 0,
    customers_unchanged: customers?.applied?.unchanged ?? 0,
    customers_left_alone: customers?.applied?.leftAlone ?? 0,
    orders_created: orders?.applied?.created ?? 0,
    orders_changed: orders?.applied?.changed ?? 0,
    orders_unchanged: orders?.applied?.unchanged ?? 0,
    groups_created: groupsCreated.length,
    branches_created: branchesCreated.length,
    currency_taken: currencyTaken,
  }
}

function toRequestError(error: unknown): unknown {
  if (error instanceof ImportFailure) return new RequestError(400, 'file_refused', error.message)
  if (error instanceof ImportRunningError)
    return new RequestError(503, 'busy', 'Another import is running. Try again when it has ended.')
  // Unique records that a person and a file made at the same moment.
  if (findCode(error) === '23505')
    return new RequestError(503, 'busy', 'Others changed the same records meanwhile. Try again.')
  return error
}
