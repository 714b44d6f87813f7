import { z } from 'zod'
import { getImportJob, readImportPart } from '@/db/queries/import-jobs'
import { RequestError } from '@/lib/failure'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { errorsPage } from '@/lib/server/import/jobs/preview'
import { route } from '@/lib/server/respond'

const PATTERN = '/import-jobs/[id]/errors'
const pageSchema = z.coerce.number().int().min(1).max(100_000)

/** A page of the rows that are wrong. */
export const GET = route<RouteContext<typeof PATTERN>>(PATTERN, async (request, { params }) => {
  const caller = await requireCaller(request, 'import')
  const number = pageSchema.safeParse(new URL(request.url).searchParams.get('page') ?? '1')
  if (!number.success) throw new RequestError(400, 'bad_parameters', 'page is a whole number from 1.')
  const job = await getImportJob(getDatabase(), caller, (await params).id)
  const errors = await readImportPart(getDatabase(), job.id, 'errors')
  return Response.json(errorsPage(errors, job.error_count, number.data))
})
