import { getImportJob } from '@/db/queries/import-jobs'
import { importJobAnswerSchema } from '@/lib/imports/job'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { cancelImport } from '@/lib/server/import/jobs/work'
import { workPlace } from '@/lib/server/import/jobs/work-place'
import { route } from '@/lib/server/respond'

const PATTERN = '/import-jobs/[id]/cancel'

/** Ends an import that is not applied, whatever goes on with it. */
export const POST = route<RouteContext<typeof PATTERN>>(PATTERN, async (request, { params }) => {
  const caller = await requireCaller(request, 'import')
  const { id } = await params
  const place = workPlace()
  await cancelImport(place, caller, id)
  const job = await getImportJob(getDatabase(), caller, id)
  return Response.json(importJobAnswerSchema.parse({ success: true, job }))
})
