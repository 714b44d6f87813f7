import { getExplanation } from '@/db/queries/explanation/explanation'
import { explanationQuerySchema } from '@/lib/customer-groups/explanation/params'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { inTurn } from '@/lib/server/figures-in-turn'
import { route } from '@/lib/server/respond'

/** How one figure of the groups page came about, with a page of the records that it is made of. */
export const GET = route('/api/customer-groups-data/explanation', async (request) => {
  const caller = await requireCaller(request, 'read')
  const params = parseSearchParams(new URL(request.url).searchParams, explanationQuerySchema)
  return Response.json(await inTurn(() => getExplanation(getDatabase(), caller.scope, params)))
})
