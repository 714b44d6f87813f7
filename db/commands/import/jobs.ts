import { and, eq, inArray } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { importJobs, importParts } from '@/db/schema/local'
import { RequestError } from '@/lib/failure'
import { FILE_PARTS, type FileDetails, type FilePart } from '@/lib/imports/job'
import { discardFindings, discardParts, type Handle, notNow, touched, WAITING, WORKING } from './job-state'

/** A file that was received and looked at. */
export type ReceivedFile = { name: string; content: Buffer; details: FileDetails }

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
