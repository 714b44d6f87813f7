import { getImportJob } from '@/db/queries/import-jobs'
import { importJobAnswerSchema, previewRequestSchema } from '@/lib/imports/job'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { startPreview } from '@/lib/server/import/jobs/work'
import { workPlace } from '@/lib/server/import/jobs/work-place'
import { readJsonBody } from '@/lib/server/request-body'
import { route } from '@/lib/server/respond'

const PATTERN = '/import-jobs/[id]/preview'

/** Begins to look at what an import would do, with each file read as it is told. */
export const POST = route<RouteContext<typeof PATTERN>>(PATTERN, async (request, { params }) => {
  const caller = await requireCaller(request, 'import')
  const { files } = await readJsonBody(request, previewRequestSchema)
  const { id } = await params
  const place = workPlace()
  await startPreview(place, caller, id, files)
  const job = await getImportJob(getDatabase(), caller, id)
  return Response.json(importJobAnswerSchema.parse({ success: true, job }))
})
