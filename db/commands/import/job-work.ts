import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { importJobs, importParts } from '@/db/schema/local'
import type { ImportChoices, ImportJobProgress, ImportJobState } from '@/lib/imports/job'
import { discardFindings, discardParts, type Handle, moveFrom, notNow, touched, WAITING } from './job-state'

/**
 * Moves a waiting import to work that begins, if nobody else did meanwhile: a second press finds another state.
 * @throws RequestError 409 `not_in_this_state`.
 */
export async function beginPreview(db: Handle, id: string, choices: ImportChoices): Promise<void> {
  const sameFiles = sql`jsonb_array_length(${importJobs.files}) = ${choices.length}`
  await begin(
    db,
    { state: 'previewing', choices },
    and(eq(importJobs.id, id), inArray(importJobs.state, WAITING), sameFiles),
  )
}

/** The same to what was looked at, which the import still has to be: `seenAt` is its `touched_at` then. */
export async function beginApply(db: Handle, id: string, seenAt: string): Promise<void> {
  const isSeen = sql`date_trunc('milliseconds', ${importJobs.touchedAt}) = ${seenAt}::timestamptz`
  const isRight = and(eq(importJobs.state, 'previewed'), eq(importJobs.errorCount, 0))
  await begin(db, { state: 'applying' }, and(eq(importJobs.id, id), isRight, isSeen))
}

async function begin(
  db: Handle,
  to: { state: ImportJobState; choices?: ImportChoices },
  which: ReturnType<typeof and>,
): Promise<void> {
  const begun = await db
    .update(importJobs)
    .set({ ...to, failure: null, progress: { step: 'reading', share: 0 }, ...touched })
    .where(which)
    .returning({ id: importJobs.id })
  if (begun.length === 0) throw notNow()
}

/** Tells that work goes on, and how far it is. False where somebody ended it. */
export async function touchWork(db: Handle, id: string, state: ImportJobState, progress: ImportJobProgress) {
  const found = await db
    .update(importJobs)
    .set({ progress, ...touched })
    .where(and(eq(importJobs.id, id), eq(importJobs.state, state)))
    .returning({ id: importJobs.id })
  return found.length > 0
}

/** Keeps what a preview found, and the bad rows as a file. */
export async function endPreview(
  db: Database,
  id: string,
  from: 'previewing' | 'applying',
  found: { preview: object; errors: Buffer | null; errorCount: number },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { preview, errors, errorCount } = found
    if (!(await moveFrom(tx, id, from, { state: 'previewed', errorCount }))) return
    await discardFindings(tx, id)
    const content = Buffer.from(JSON.stringify(preview))
    await tx.insert(importParts).values({ jobId: id, part: 'preview', content })
    if (errors) await tx.insert(importParts).values({ jobId: id, part: 'errors', content: errors })
  })
}

/** Ends work that came to nothing; `failure` is a sentence. What ends for good keeps no files. */
export async function endInFailure(
  db: Handle,
  id: string,
  from: 'previewing' | 'applying',
  to: 'uploaded' | 'previewed' | 'failed',
  failure: string,
): Promise<void> {
  if ((await moveFrom(db, id, from, { state: to, failure })) && to === 'failed') await discardParts(db, [id])
}

/**
 * Marks an import as applied, by the transaction that applies it: both are there, or neither. False where somebody
 * cancelled it meanwhile, and then nothing may be applied.
 */
export async function markApplied(
  tx: Handle,
  id: string,
  done: { importId: string; counts: Record<string, number> },
): Promise<boolean> {
  const isMarked = await moveFrom(tx, id, 'applying', { state: 'applied', ...done })
  if (isMarked) await discardParts(tx, [id])
  return isMarked
}
