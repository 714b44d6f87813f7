import { z } from 'zod'
import { RequestError } from '@/lib/failure'
import { FILE_PARTS, importJobAnswerSchema } from '@/lib/imports/job'
import { readingSchema } from '@/lib/imports/mapping'
import { requireCaller } from '@/lib/server/auth/caller'
import { readAgain } from '@/lib/server/import/jobs/upload'
import { workPlace } from '@/lib/server/import/jobs/work-place'
import { readJsonBody } from '@/lib/server/request-body'
import { route } from '@/lib/server/respond'

const PATTERN = '/import-jobs/[id]/files/[part]'

/** Reads a file in another way: by another encoding, separator or sheet. */
export const POST = route<RouteContext<typeof PATTERN>>(PATTERN, async (request, { params }) => {
  const caller = await requireCaller(request, 'import')
  const reading = await readJsonBody(request, readingSchema)
  const { id, part } = await params
  const known = z.enum(FILE_PARTS).safeParse(part)
  if (!known.success) throw new RequestError(404, 'not_found', 'There is no such file.')
  const job = await readAgain(workPlace(), caller, { id, part: known.data, reading })
  return Response.json(importJobAnswerSchema.parse({ success: true, job }))
})
