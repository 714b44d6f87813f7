import { getGroupsSince } from '@/db/queries/groups-since'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { sinceQuerySchema } from '@/lib/customer-groups/since'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { inTurn } from '@/lib/server/figures-in-turn'
import { route } from '@/lib/server/respond'

/** What was done to a window's orders since the moment that it ends at, and what its figures were then. */
export const GET = route('/api/customer-groups-since', async (request) => {
  const caller = await requireCaller(request, 'read')
  const params = parseSearchParams(new URL(request.url).searchParams, sinceQuerySchema)
  return Response.json(await inTurn(() => getGroupsSince(getDatabase(), caller.scope, params)))
})
