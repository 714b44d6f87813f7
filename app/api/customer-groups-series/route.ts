import { getGroupsSeries } from '@/db/queries/groups-series'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { seriesQuerySchema } from '@/lib/customer-groups/series-params'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { inTurn } from '@/lib/server/figures-in-turn'
import { route } from '@/lib/server/respond'

/** The figures of every group over time: by day, week or month of the asked period. */
export const GET = route('/api/customer-groups-series', async (request) => {
  const caller = await requireCaller(request, 'read')
  const params = parseSearchParams(new URL(request.url).searchParams, seriesQuerySchema)
  return Response.json(await inTurn(() => getGroupsSeries(getDatabase(), caller.scope, params)))
})
