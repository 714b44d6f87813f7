import { getGroupsBridge } from '@/db/queries/groups-bridge'
import { bridgeQuerySchema } from '@/lib/customer-groups/bridge-params'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { inTurn } from '@/lib/server/figures-in-turn'
import { route } from '@/lib/server/respond'

/** Why each group's revenue differs from that of the window compared with. */
export const GET = route('/api/customer-groups-bridge', async (request) => {
  const caller = await requireCaller(request, 'read')
  const params = parseSearchParams(new URL(request.url).searchParams, bridgeQuerySchema)
  return Response.json(await inTurn(() => getGroupsBridge(getDatabase(), caller.scope, params)))
})
