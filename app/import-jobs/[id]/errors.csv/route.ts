import { getImportJob, readImportPart } from '@/db/queries/import-jobs'
import { RequestError } from '@/lib/failure'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { route } from '@/lib/server/respond'

const PATTERN = '/import-jobs/[id]/errors.csv'

/** All rows that are wrong, as a file for a spreadsheet. */
export const GET = route<RouteContext<typeof PATTERN>>(PATTERN, async (request, { params }) => {
  const caller = await requireCaller(request, 'import')
  const job = await getImportJob(getDatabase(), caller, (await params).id)
  const errors = await readImportPart(getDatabase(), job.id, 'errors')
  if (!errors) throw new RequestError(404, 'not_found', 'There are no wrong rows to take along.')
  const disposition = `attachment; filename="import-errors-${job.id.slice(-8)}.csv"`
  return new Response(new Uint8Array(errors), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': disposition },
  })
})
