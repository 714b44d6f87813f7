import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { importJobs } from '@/db/schema/local'
import { RequestError } from '@/lib/failure'
import { WAITING_HOURS } from '@/lib/imports/job'
import { discardParts, type Handle, STALE, touched, WAITING } from './job-state'

/** Settles imports whose process is gone, and ends those that wait for too long. */
export async function settleImportJobs(db: Database): Promise<void> {
  const interrupted = 'The server stopped while this went on. Nothing was changed.'
  await db.transaction(async (tx) => {
    await tx
      .update(importJobs)
      .set({ state: 'uploaded', failure: interrupted, progress: null, ...touched })
      .where(and(eq(importJobs.state, 'previewing'), STALE))
    const failed = await tx
      .update(importJobs)
      .set({ state: 'failed', failure: interrupted, progress: null, ...touched })
      .where(and(eq(importJobs.state, 'applying'), STALE))
      .returning({ id: importJobs.id })
    const old = sql`${importJobs.createdAt} < now() - make_interval(hours => ${WAITING_HOURS})`
    const expired = await expire(
      tx,
      `It was received more than ${WAITING_HOURS} hours ago.`,
      and(inArray(importJobs.state, WAITING), old),
    )
    await discardParts(tx, [...failed.map(({ id }) => id), ...expired])
  })
}

/**
 * Ends every import that waits, for its files may tell of a person who is being erased.
 * @throws RequestError 503 `busy` while one is being applied: where that comes to nothing, its files wait again.
 */
export async function discardWaitingImports(tx: Handle): Promise<void> {
  const states = inArray(importJobs.state, [...WAITING, 'previewing'])
  await discardParts(tx, await expire(tx, 'A person was erased, and with them every file that waited.', states))
  const isApplied = and(eq(importJobs.state, 'applying'), sql`not ${STALE}`)
  const [applying] = await tx.select({ id: importJobs.id }).from(importJobs).where(isApplied).limit(1)
  if (applying) throw new RequestError(503, 'busy', 'An import is being applied. Erase the person once it has ended.')
}

async function expire(tx: Handle, failure: string, which: ReturnType<typeof and>): Promise<string[]> {
  const expired = await tx
    .update(importJobs)
    .set({ state: 'expired', failure, progress: null, ...touched })
    .where(which)
    .returning({ id: importJobs.id })
  return expired.map(({ id }) => id)
}
