import { getImportJob } from '@/db/queries/import-jobs'
import { applyRequestSchema, importJobAnswerSchema } from '@/lib/imports/job'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { startApply } from '@/lib/server/import/jobs/work'
import { workPlace } from '@/lib/server/import/jobs/work-place'
import { readJsonBody } from '@/lib/server/request-body'
import { route } from '@/lib/server/respond'

const PATTERN = '/import-jobs/[id]/apply'

/** Begins to apply what was looked at; the same again finds that it goes on. */
export const POST = route<RouteContext<typeof PATTERN>>(PATTERN, async (request, { params }) => {
  const caller = await requireCaller(request, 'import')
  const { touched_at } = await readJsonBody(request, applyRequestSchema)
  const { id } = await params
  const place = workPlace()
  await startApply(place, caller, id, touched_at)
  const job = await getImportJob(getDatabase(), caller, id)
  return Response.json(importJobAnswerSchema.parse({ success: true, job }))
})
