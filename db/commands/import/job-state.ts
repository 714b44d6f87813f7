import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { importJobs, importParts } from '@/db/schema/local'
import { RequestError } from '@/lib/failure'
import type { ImportJobState } from '@/lib/imports/job'

export type Handle = Pick<Database, 'delete' | 'execute' | 'insert' | 'select' | 'update'>

export const WAITING: ImportJobState[] = ['uploaded', 'previewed']
export const WORKING: ImportJobState[] = ['previewing', 'applying']

/** Work that was not heard of for so long has ended with its process. */
export const STALE = sql`${importJobs.touchedAt} < now() - interval '20 seconds'`
export const touched = { touchedAt: sql`now()` }

/** Moves an import from a state, with whatever else becomes of it; false where it is not in that state. */
export async function moveFrom(
  db: Handle,
  id: string,
  from: ImportJobState,
  to: Partial<typeof importJobs.$inferInsert>,
): Promise<boolean> {
  const moved = await db
    .update(importJobs)
    .set({ progress: null, ...to, ...touched })
    .where(and(eq(importJobs.id, id), eq(importJobs.state, from)))
    .returning({ id: importJobs.id })
  return moved.length > 0
}

/** Discards what a preview found. */
export async function discardFindings(tx: Handle, id: string): Promise<void> {
  await tx.delete(importParts).where(and(eq(importParts.jobId, id), inArray(importParts.part, ['preview', 'errors'])))
}

/** Discards the files of imports with all that was found in them. */
export async function discardParts(tx: Handle, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(importParts).where(inArray(importParts.jobId, ids))
}

export function notNow(): RequestError {
  return new RequestError(409, 'not_in_this_state', 'This import is not at that step any more. Look at it again.')
}
