import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { CHANGES_CHANNEL, type Change } from '@/lib/live/contract'

/** Tells every process of a change, when and if the transaction that it is part of commits. */
export async function notifyChange(
  db: Pick<Database, 'execute'>,
  change: Pick<Change, 'kind' | 'act' | 'branch_ids'> & Partial<Change>,
): Promise<void> {
  const whole: Change = { id: null, customer_id: null, version: null, ...change }
  await db.execute(sql`select pg_notify(${CHANGES_CHANNEL}, ${JSON.stringify(whole)})`)
}
