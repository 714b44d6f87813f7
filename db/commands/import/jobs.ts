import { and, eq, inArray, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { importJobs, importParts } from '@/db/schema/local'
import { RequestError } from '@/lib/failure'
import {
  FILE_PARTS,
  type FileDetails,
  type FilePart,
  type ImportChoices,
  type ImportJobProgress,
  type ImportJobState,
  WAITING_HOURS,
} from '@/lib/imports/job'

/** A file that was received and looked at. */
export type ReceivedFile = { name: string; content: Buffer; details: FileDetails }
type Handle = Pick<Database, 'delete' | 'execute' | 'insert' | 'select' | 'update'>

const WAITING: ImportJobState[] = ['uploaded', 'previewed']
const WORKING: ImportJobState[] = ['previewing', 'applying']
/** Work that was not heard of for so long has ended with its process. */
const STALE = sql`${importJobs.touchedAt} < now() - interval '20 seconds'`
const touched = { touchedAt: sql`now()` }

/** Begins an import with its first file. Returns its id. */
export async function createImportJob(db: Database, caller: Caller, file: ReceivedFile): Promise<string> {
  const id = uuidv7()
  const [part] = FILE_PARTS
  const files = [{ part, name: file.name, bytes: file.content.length }]
  await db.transaction(async (tx) => {
    await tx.insert(importJobs).values({ id, actorId: caller.id, state: 'uploaded', files })
    await tx.insert(importParts).values({ jobId: id, part, content: file.content, details: file.details })
  })
  return id
}

/** Adds the second file to an import that waits. Throws RequestError 409 where it has two, or does not wait. */
export async function addImportFile(db: Database, id: string, file: ReceivedFile): Promise<void> {
  const [, part] = FILE_PARTS
  await db.transaction(async (tx) => {
    const { files } = await lockWaiting(tx, id)
    if (files.length > 1) throw new RequestError(409, 'not_in_this_state', 'An import has two files at most.')
    await discardPreview(tx, id)
    const more = [...files, { part, name: file.name, bytes: file.content.length }]
    await tx.update(importJobs).set({ files: more }).where(eq(importJobs.id, id))
    await tx.insert(importParts).values({ jobId: id, part, content: file.content, details: file.details })
  })
}

/** Keeps what was found when a file was read in another way. */
export async function setFileDetails(db: Database, id: string, part: FilePart, details: FileDetails): Promise<void> {
  await db.transaction(async (tx) => {
    await lockWaiting(tx, id)
    await discardPreview(tx, id)
    await tx
      .update(importParts)
      .set({ details })
      .where(and(eq(importParts.jobId, id), eq(importParts.part, part)))
  })
}

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

/** Ends an import that is not applied. Throws RequestError 409 where it has ended. */
export async function cancelImportJob(db: Database, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx
      .update(importJobs)
      .set({ state: 'cancelled', progress: null, failure: null, ...touched })
      .where(and(eq(importJobs.id, id), inArray(importJobs.state, [...WAITING, ...WORKING])))
      .returning({ id: importJobs.id })
    if (ended.length === 0) throw notNow()
    await discardParts(tx, [id])
  })
}

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

async function lockWaiting(tx: Handle, id: string) {
  const [job] = await tx.select().from(importJobs).where(eq(importJobs.id, id)).for('update')
  if (!job || !WAITING.includes(job.state)) throw notNow()
  return job
}

/** What is read in another way has not been looked at. */
async function discardPreview(tx: Handle, id: string): Promise<void> {
  await tx
    .update(importJobs)
    .set({ state: 'uploaded', errorCount: 0, failure: null, ...touched })
    .where(eq(importJobs.id, id))
  await discardFindings(tx, id)
}

async function discardFindings(tx: Handle, id: string): Promise<void> {
  await tx.delete(importParts).where(and(eq(importParts.jobId, id), inArray(importParts.part, ['preview', 'errors'])))
}

async function discardParts(tx: Handle, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(importParts).where(inArray(importParts.jobId, ids))
}

async function moveFrom(
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

function notNow(): RequestError {
  return new RequestError(409, 'not_in_this_state', 'This import is not at that step any more. Look at it again.')
}
