import { getCustomerGroups } from '@/db/queries/customer-groups'
import { groupsQuerySchema } from '@/lib/customer-groups/params'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { inTurn } from '@/lib/server/figures-in-turn'
import { route } from '@/lib/server/respond'

/** The groups API: every group's figures and, where a group is asked for, a page of its customers. */
export const GET = route('/api/customer-groups-data', async (request) => {
  const caller = await requireCaller(request, 'read')
  const params = parseSearchParams(new URL(request.url).searchParams, groupsQuerySchema)
  return Response.json(await inTurn(() => getCustomerGroups(getDatabase(), caller.scope, params)))
})
