import { isSchemaCurrent } from '@/db/migrate'
import { RequestError } from '@/lib/failure'
import { getDatabase } from '@/lib/server/database'
import { route } from '@/lib/server/respond'

export const dynamic = 'force-dynamic'

/** 200 when the database answers and has the schema of this version; else 503 with the reason. */
export const GET = route('/api/health', async () => {
  const isCurrent = await isSchemaCurrent(getDatabase()).catch(() => {
    throw new RequestError(503, 'database_unavailable', 'The database does not answer.')
  })
  if (!isCurrent) {
    throw new RequestError(
      503,
      'schema_outdated',
      'The database has the schema of another version: restart to migrate.',
    )
  }
  return Response.json({ success: true })
})
