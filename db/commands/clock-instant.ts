import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/**
 * The instant by the clock, as a text of microseconds: for what is written after a wait for a lock. `now()` is when the
 * transaction began, and so perhaps before what was waited for.
 */
export async function clockInstant(tx: Pick<Database, 'execute'>): Promise<string> {
  const { rows } = await tx.execute<{ instant: string }>(sql`select clock_timestamp()::text as instant`)
  const [found] = rows
  if (!found) throw new Error('the database told no time')
  return found.instant
}
