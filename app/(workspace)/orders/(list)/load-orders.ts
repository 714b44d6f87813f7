import type { Scope } from '@/db/access'
import { listBranches } from '@/db/queries/branches'
import { getBusiness } from '@/db/queries/business'
import { listGroups } from '@/db/queries/listed-groups'
import { getOrdersPage } from '@/db/queries/orders-list-page'
import { getDatabase } from '@/lib/server/database'
import { onlyKnown } from '@/lib/url/list-url'
import { readOrdersUrl } from '@/lib/url/orders-url'

/** The list as the query asks for it; a branch or group that does not exist reads as all of them, and is named. */
export async function loadOrders(scope: Scope, query: URLSearchParams) {
  const db = getDatabase()
  const [business, branches, groups] = await Promise.all([getBusiness(db), listBranches(db, scope), listGroups(db)])
  const known = { branch: branches.map(({ code }) => code), group: groups.map(({ key }) => key) }
  const url = onlyKnown(readOrdersUrl(query), known)
  return { url, list: await getOrdersPage(db, scope, url.params), business, choices: { branches, groups } }
}
