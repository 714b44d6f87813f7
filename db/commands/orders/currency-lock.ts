import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { getBusiness } from '@/db/queries/business'
import type { Business } from '@/lib/business'

// Any number will do, so long as nothing else in this database locks by it.
const CURRENCY_LOCK = 7_204_414

/**
 * The business whose currency stays until the transaction ends. Whoever records an amount reads it by this; they do not
 * wait for each other, nor for an import, which locks the business itself.
 */
export async function businessInCurrency(tx: Database): Promise<Business> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${CURRENCY_LOCK})`)
  return getBusiness(tx)
}

/** Waits until every amount that is being recorded is there to be seen, and keeps others from being recorded. */
export async function lockCurrency(tx: Pick<Database, 'execute'>): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${CURRENCY_LOCK})`)
}
