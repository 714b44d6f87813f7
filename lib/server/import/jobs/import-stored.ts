import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Caller } from '@/db/access'
import { createDatabase } from '@/db/client'
import { readImportPart } from '@/db/queries/import-jobs'
import type { ImportJob } from '@/lib/imports/job'
import { type FileKind, type ImportMapping, importMappingSchema } from '@/lib/imports/mapping'
import { type ImportOptions, importFiles } from '@/lib/server/import/import-files'
import type { ImportProgress, ImportReport } from '@/lib/server/import/report'
import type { Work, WorkPlace } from './work'

/** What is done with the files once they are staged and right. */
type How = Work & Required<Pick<ImportOptions, 'act' | 'takeBack'>>

/**
 * Runs the import of the files that are kept for a job, as they were chosen to be read, and hands its report on while the
 * file of the errors is still there.
 * @throws ImportFailure as `importFiles`.
 */
export async function importStored(
  { pool, limits, currencyGiven }: WorkPlace,
  caller: Caller,
  job: ImportJob,
  { act, takeBack, signal, tell }: How,
  then: (report: ImportReport) => Promise<void>,
): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'customer-groups-job-'))
  try {
    const { paths, names, mapping } = await place(scratch, { pool }, job)
    const report = await importFiles({
      ...{ pool, caller, limits, currencyGiven, names, mapping, signal, act, takeBack },
      customersFile: paths.customers,
      ordersFile: paths.orders,
      errorsFile: join(scratch, 'errors.csv'),
      onProgress: (progress) => tell({ step: progress.step, share: shareOf(progress) }),
    })
    await then(report)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

type Placed = {
  paths: Partial<Record<FileKind, string>>
  names: Record<FileKind, string | null>
  mapping: ImportMapping
}

/** Writes the files out under the names of their kinds, by which errors then name them. */
async function place(scratch: string, { pool }: Pick<WorkPlace, 'pool'>, job: ImportJob): Promise<Placed> {
  const placed: Placed = { paths: {}, names: { customers: null, orders: null }, mapping: {} }
  const mappings: Partial<Record<FileKind, unknown>> = {}
  for (const { part, kind, mapping } of job.choices ?? []) {
    const content = await readImportPart(createDatabase(pool), job.id, part)
    // Without its file an import would do less than was asked: it was ended meanwhile.
    if (!content) throw new DOMException('The files are gone.', 'AbortError')
    placed.paths[kind] = join(scratch, kind)
    placed.names[kind] = job.files.find((file) => file.part === part)?.name ?? null
    mappings[kind] = mapping
    await writeFile(join(scratch, kind), content, { mode: 0o600 })
  }
  return { ...placed, mapping: importMappingSchema.parse(mappings) }
}

function shareOf({ doneBytes, totalBytes }: ImportProgress): number {
  return Math.min(1, doneBytes / Math.max(1, totalBytes))
}
