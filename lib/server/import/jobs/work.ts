import type pg from 'pg'
import type { Caller } from '@/db/access'
import { createDatabase } from '@/db/client'
import { applyImport } from '@/db/commands/import/apply-import'
import {
  beginApply,
  beginPreview,
  endInFailure,
  endPreview,
  markApplied,
  touchWork,
} from '@/db/commands/import/job-work'
import { cancelImportJob } from '@/db/commands/import/jobs'
import { type PlannedPreview, previewImport } from '@/db/commands/import/preview-import'
import { rememberShape } from '@/db/commands/import/shapes'
import { getBusiness } from '@/db/queries/business'
import { getImportJob } from '@/db/queries/import-jobs'
import { RequestError } from '@/lib/failure'
import type { ImportChoices, ImportJob, ImportJobProgress } from '@/lib/imports/job'
import { describeError } from '@/lib/server/database-errors'
import { ImportFailure } from '@/lib/server/import/failure'
import type { ImportLimits } from '@/lib/server/import/limits'
import type { Act } from '@/lib/server/import/stage-and-apply'
import { log } from '@/lib/server/log'
import { endOnShutdown } from '@/lib/server/shutdown'
import { importStored } from './import-stored'
import { readErrors, toPreview } from './preview'

/** What work on an import needs of the server that does it. */
export type WorkPlace = { pool: pg.Pool; limits: ImportLimits; currencyGiven: boolean }

const BEAT_MS = 1_000

declare global {
  /** Kept outside the modules, of which Next has several copies: the work that goes on in this process. */
  var customerGroupsImports: Map<string, AbortController> | undefined
}

/**
 * Begins to look at what an import would do; the work goes on after this.
 * @throws RequestError 400 `bad_request` where the choices are not for the files that are there, 409 `not_in_this_state`.
 */
export async function startPreview(
  place: WorkPlace,
  caller: Caller,
  id: string,
  choices: ImportChoices,
): Promise<void> {
  const db = createDatabase(place.pool)
  const job = await getImportJob(db, caller, id)
  const parts = choices.map(({ part }) => part).sort()
  if (parts.join() !== job.files.map(({ part }) => part).join())
    throw new RequestError(400, 'bad_request', 'Say of each file how it is read.')
  await beginPreview(db, id, choices)
  void goOn(place, { id, kind: 'previewing', work: (work) => preview(place, caller, { ...job, choices }, work) })
}

/**
 * Begins to apply what was looked at, as it was touched at `seenAt`; the work goes on after this, and a second press finds
 * that it goes on.
 * @throws RequestError 409 `not_in_this_state`, also where rows are wrong, or somebody looked at it in another way since.
 */
export async function startApply(place: WorkPlace, caller: Caller, id: string, seenAt: string): Promise<void> {
  const db = createDatabase(place.pool)
  await getImportJob(db, caller, id)
  await beginApply(db, id, seenAt)
  // As it is now that nobody can choose anything else any more.
  const job = await getImportJob(db, caller, id)
  void goOn(place, { id, kind: 'applying', work: (work) => apply(place, caller, job, work) })
}

/** Ends an import that is not applied, whatever goes on with it. Throws RequestError 409 where it has ended. */
export async function cancelImport(place: WorkPlace, caller: Caller, id: string): Promise<void> {
  const db = createDatabase(place.pool)
  await getImportJob(db, caller, id)
  await cancelImportJob(db, id)
  globalThis.customerGroupsImports?.get(id)?.abort()
}

/** Work under way: how far it is, and the way to end it. */
export type Work = { signal: AbortSignal; tell(progress: ImportJobProgress): void }

type Task = { id: string; kind: 'previewing' | 'applying'; work: (work: Work) => Promise<void> }

/** Does work to its end, telling every second that it goes on; never throws. */
async function goOn({ pool }: WorkPlace, { id, kind, work }: Task): Promise<void> {
  const db = createDatabase(pool)
  const controller = new AbortController()
  globalThis.customerGroupsImports ??= new Map()
  globalThis.customerGroupsImports.set(id, controller)
  const forget = endOnShutdown(() => controller.abort())
  let progress: ImportJobProgress = { step: 'reading', share: 0 }
  const beat = setInterval(() => {
    touchWork(db, id, kind, progress).then(
      (isWanted) => isWanted || controller.abort(),
      () => {},
    )
  }, BEAT_MS)
  try {
    await work({
      signal: controller.signal,
      tell(next) {
        progress = next
      },
    })
  } catch (error) {
    if (!(error instanceof ImportFailure)) log.error({ import: id, ...describeError(error) })
    const message =
      error instanceof ImportFailure ? error.message : 'The import failed unexpectedly. Nothing was changed.'
    await endInFailure(db, id, kind, kind === 'applying' ? 'previewed' : 'uploaded', message).catch(() => {})
  } finally {
    clearInterval(beat)
    forget()
    globalThis.customerGroupsImports.delete(id)
  }
}

async function preview(place: WorkPlace, caller: Caller, job: ImportJob, work: Work): Promise<void> {
  const db = createDatabase(place.pool)
  const business = await getBusiness(db)
  let planned: PlannedPreview | null = null
  const act: Act = async (session, _, plan) => {
    // A business that takes a currency has it in this transaction alone.
    planned = await previewImport(session.db, plan, await getBusiness(session.db))
    return planned
  }
  await importStored(place, caller, job, { ...work, act, takeBack: true }, async (report) => {
    const errors = await readErrors(report)
    const found = { preview: toPreview(report, planned, business.currency), errors, errorCount: report.errors.total }
    await endPreview(db, job.id, 'previewing', found)
  })
  for (const { part, kind, mapping } of job.choices ?? []) {
    const shape = job.details[part]?.shape
    if (shape) await rememberShape(db, kind, shape, mapping)
  }
}

/** Somebody cancelled at the last moment: the transaction that finds this out is taken back. */
class CancelledMeanwhile extends Error {
  override name = 'AbortError'
}

async function apply(place: WorkPlace, caller: Caller, job: ImportJob, work: Work): Promise<void> {
  const db = createDatabase(place.pool)
  const { currency } = await getBusiness(db)
  const act: Act = async (session, by, plan) => {
    const { importId, ...planned } = await applyImport(session.db, by, plan)
    const counts = countsOf(planned)
    if (!(await markApplied(session.db, job.id, { importId, counts }))) throw new CancelledMeanwhile()
    return planned
  }
  await importStored(place, caller, job, { ...work, act, takeBack: false }, async (report) => {
    if (report.applied) return
    // What was right in the preview is not any more, for others recorded something meanwhile.
    const errors = await readErrors(report)
    const found = { preview: toPreview(report, null, currency), errors, errorCount: report.errors.total }
    await endPreview(db, job.id, 'applying', found)
  })
}

function countsOf({ customers, orders }: Pick<PlannedPreview, 'customers' | 'orders'>): Record<string, number> {
  return {
    customersCreated: customers.created,
    customersChanged: customers.changed,
    customersUnchanged: customers.unchanged,
    customersLeftAlone: customers.leftAlone ?? 0,
    ordersCreated: orders.created,
    ordersChanged: orders.changed,
    ordersUnchanged: orders.unchanged,
  }
}
