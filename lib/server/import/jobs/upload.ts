import { readFile, writeFile } from 'node:fs/promises'
import type { Caller } from '@/db/access'
import { createDatabase } from '@/db/client'
import { settleImportJobs } from '@/db/commands/import/job-ends'
import { addImportFile, createImportJob, setFileDetails } from '@/db/commands/import/jobs'
import { getBusiness } from '@/db/queries/business'
import { assertImports, getImportJob, readImportPart } from '@/db/queries/import-jobs'
import { RequestError } from '@/lib/failure'
import { asKind } from '@/lib/imports/choose'
import type { FileDetails, FilePart, ImportJob } from '@/lib/imports/job'
import type { FileKind, Reading } from '@/lib/imports/mapping'
import { describeAgain, describeFile } from './describe-file'
import { receiveFile, scratchFolder } from './receive-file'
import type { WorkPlace } from './work'

/**
 * Takes the first file of an import, or with `jobId` the second, looks at it and keeps it. What is refused leaves nothing.
 * @throws RequestError 400 `file_refused` or `cut_off`, 403, 404, 409 `not_in_this_state`, 413 `too_large`.
 */
export async function uploadFile(
  { pool, limits }: WorkPlace,
  caller: Caller,
  request: Request,
  jobId: string | null,
): Promise<ImportJob> {
  assertImports(caller)
  const db = createDatabase(pool)
  await settleImportJobs(db)
  const other = jobId === null ? undefined : (await getImportJob(db, caller, jobId)).details['file-1']?.guess.kind
  const { currencyDigits } = await getBusiness(db)
  const part = jobId === null ? 'file-1' : 'file-2'
  const id = await receiveFile(request, limits, async (file) => {
    const details = notOfKind(other, await describeFile(db, { file, part, limits, currencyDigits }))
    const received = { name: file.name, content: await readFile(file.path), details }
    if (jobId === null) return createImportJob(db, caller, received)
    await addImportFile(db, jobId, received)
    return jobId
  })
  return getImportJob(db, caller, id)
}

/** Two files are one of each kind, so a guess that says otherwise is wrong. */
function notOfKind(kind: FileKind | undefined, details: FileDetails): FileDetails {
  if (details.is_remembered || details.guess.kind !== kind) return details
  return { ...details, guess: asKind(details.guess, kind === 'orders' ? 'customers' : 'orders', details) }
}

/** Reads a file of a waiting import in another way. Throws as `uploadFile`. */
export async function readAgain(
  { pool, limits }: WorkPlace,
  caller: Caller,
  { id, part, reading }: { id: string; part: FilePart; reading: Reading },
): Promise<ImportJob> {
  const db = createDatabase(pool)
  const job = await getImportJob(db, caller, id)
  const { currencyDigits } = await getBusiness(db)
  const content = await readImportPart(db, id, part)
  const known = job.details[part]
  const name = job.files.find((file) => file.part === part)?.name
  if (!content || !known || !name) throw new RequestError(404, 'not_found', 'There is no such file any more.')
  const details = await scratchFolder(async (scratch, path) => {
    await writeFile(path, content, { mode: 0o600 })
    return describeAgain({ file: { path, name, scratch }, part, limits, currencyDigits }, known.shape, reading)
  })
  await setFileDetails(db, id, part, details)
  return getImportJob(db, caller, id)
}
