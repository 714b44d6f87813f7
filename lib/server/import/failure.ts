import { ImportRunningError } from '@/db/commands/import/session'
import { findCode, isUnavailable } from '@/lib/server/database-errors'

/** The import could not be carried out, for a reason that lies outside the rows. The message is a sentence for people. */
export class ImportFailure extends Error {}

const UNCHANGED = 'Nothing was changed.'
const CONFLICTS = new Set(['23505', '40001', '40P01', '55P03'])

/**
 * What to tell of an error that ended an import; never the driver's own words, which hold what customers are called.
 * `wasCommitting` says that it came with the commit, whose outcome is then not known.
 */
export function toImportFailure(error: unknown, wasCommitting: boolean): ImportFailure {
  if (error instanceof ImportFailure) return error
  const cause = { cause: error }
  if (error instanceof Error && error.name === 'AbortError') return new ImportFailure(`Stopped. ${UNCHANGED}`, cause)
  if (wasCommitting) {
    const advice = 'Run it again: what was already applied is not applied twice.'
    return new ImportFailure(
      `The database was lost at the last moment, so the import may have been applied. ${advice}`,
      cause,
    )
  }
  if (error instanceof ImportRunningError) {
    return new ImportFailure(`Another import is running: wait until it has ended. ${UNCHANGED}`, cause)
  }
  const code = findCode(error) ?? 'none'
  if (CONFLICTS.has(code)) {
    return new ImportFailure(`Others changed the same records while the import ran: run it again. ${UNCHANGED}`, cause)
  }
  if (code === '53100' || code === 'ENOSPC') return new ImportFailure(`The disk is full. ${UNCHANGED}`, cause)
  if (isUnavailable(error)) return new ImportFailure(`The connection to the database was lost. ${UNCHANGED}`, cause)
  return new ImportFailure(`The import failed unexpectedly (code ${code}). ${UNCHANGED}`, cause)
}
