import { importJobAnswerSchema } from '@/lib/imports/job'
import { requireCaller } from '@/lib/server/auth/caller'
import { uploadFile } from '@/lib/server/import/jobs/upload'
import { workPlace } from '@/lib/server/import/jobs/work-place'
import { route } from '@/lib/server/respond'

/** Takes the first file of an import as the body, with its name as `name`. */
export const POST = route('/import-jobs', async (request) => {
  const caller = await requireCaller(request, 'import')
  const job = await uploadFile(workPlace(), caller, request, null)
  return Response.json(importJobAnswerSchema.parse({ success: true, job }), { status: 201 })
})
