import type { Database } from '@/db/client'

/** What `transaction` hands to its work. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** A wait for a lock that reached its end, a deadlock, a snapshot that was overtaken: the same again may succeed. */
const OVERTAKEN = new Set(['55P03', '40P01', '40001'])
const LOCK_TIMEOUT = new Set(['55P03'])
const ATTEMPTS = 3

/**
 * A transaction that is done again, at most twice, where it lost to others that were faster: nothing of it was left, so
 * nothing is done twice. `work` has no effect but on the transaction.
 */
export async function retriedTransaction<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  config?: Parameters<Database['transaction']>[1],
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work, config)
    } catch (error) {
      if (attempt === ATTEMPTS || !hasState(error, OVERTAKEN)) throw error
    }
  }
}

/** Whether a wait for a lock reached its end. */
export function waitedTooLong(error: unknown): boolean {
  return hasState(error, LOCK_TIMEOUT)
}

/** The driver's error is the cause of the query builder's. */
function hasState(error: unknown, states: ReadonlySet<string>): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && typeof error.code === 'string' && states.has(error.code)) || hasState(error.cause, states)
}
