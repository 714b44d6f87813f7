import { importJobAnswerSchema } from '@/lib/imports/job'
import { requireCaller } from '@/lib/server/auth/caller'
import { uploadFile } from '@/lib/server/import/jobs/upload'
import { workPlace } from '@/lib/server/import/jobs/work-place'
import { route } from '@/lib/server/respond'

/** Takes the second file of an import as the body, with its name as `name`. */
export const POST = route<RouteContext<'/import-jobs/[id]/files'>>(
  '/import-jobs/[id]/files',
  async (request, { params }) => {
    const caller = await requireCaller(request, 'import')
    const job = await uploadFile(workPlace(), caller, request, (await params).id)
    return Response.json(importJobAnswerSchema.parse({ success: true, job }), { status: 201 })
  },
)
