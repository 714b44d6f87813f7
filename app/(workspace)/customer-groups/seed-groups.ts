import { type DehydratedState, dehydrate, type QueryClient } from '@tanstack/react-query'
import { detailsOptions, overviewOptions, overviewParams } from '@/components/customer-groups/groups-queries'
import { orFirstPage } from '@/components/customer-groups/or-first-page'
import { makeQueryClient } from '@/components/query/query-client'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import type { BranchChoice } from '@/lib/branch'
import { openGroupOf } from '@/lib/customer-groups/open-group'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { describeError } from '@/lib/server/database-errors'
import { inTurn } from '@/lib/server/figures-in-turn'
import { log } from '@/lib/server/log'
import { readGroupsUrl } from '@/lib/url/groups-url'

/**
 * The answers that the page begins with, under the keys that the browser asks by: the overview and, where the URL opens
 * a group, its list as of that overview. A failure is logged and left out: the browser asks again and says what failed.
 */
export async function seedGroups(
  db: Database,
  scope: Scope,
  searchParams: URLSearchParams,
  branches: BranchChoice[],
): Promise<DehydratedState> {
  const queryClient = makeQueryClient()
  try {
    await inTurn(() => seed(queryClient, db, scope, knownBranch(readGroupsUrl(searchParams), branches)))
  } catch (error) {
    log.error({ page: '/customer-groups', ...describeError(error) })
  }
  return dehydrate(queryClient)
}

async function seed(queryClient: QueryClient, db: Database, scope: Scope, params: GroupsParams): Promise<void> {
  const overview = await getCustomerGroups(db, scope, { ...params, group: 'all', page: 1 })
  queryClient.setQueryData(overviewOptions(overviewParams(params)).queryKey, overview)
  if (openGroupOf(overview, params.group) === null) return
  const asked = { ...params, as_of: overview.meta.as_of }
  const details = await orFirstPage(asked, (page) => getCustomerGroups(db, scope, page))
  queryClient.setQueryData(detailsOptions(asked).queryKey, details)
}

function knownBranch(params: GroupsParams, branches: BranchChoice[]): GroupsParams {
  return branches.some(({ code }) => code === params.branch) ? params : { ...params, branch: 'all' }
}
