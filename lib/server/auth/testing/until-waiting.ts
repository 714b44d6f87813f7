import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Workplace } from './workplace'

/** Until one session of the database waits for what another has locked. */
export async function untilWaiting(work: Pick<Workplace, 'rows'>): Promise<void> {
  const waiting = sql`
    select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(async () => (await work.rows(waiting)).length, { timeout: 5_000 }).toBe(1)
}
