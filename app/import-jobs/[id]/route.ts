import { settleImportJobs } from '@/db/commands/import/job-ends'
import { getImportJob } from '@/db/queries/import-jobs'
import { importJobAnswerSchema } from '@/lib/imports/job'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { route } from '@/lib/server/respond'

/** An import as it stands: asked again and again while work on it goes on. */
export const GET = route<RouteContext<'/import-jobs/[id]'>>('/import-jobs/[id]', async (request, { params }) => {
  const caller = await requireCaller(request, 'import')
  const { id } = await params
  await settleImportJobs(getDatabase())
  const job = await getImportJob(getDatabase(), caller, id)
  return Response.json(importJobAnswerSchema.parse({ success: true, job }))
})
