import type { Scope } from '@/db/access'
import { listBranches } from '@/db/queries/branches'
import { getBusiness } from '@/db/queries/business'
import { getCustomersPage } from '@/db/queries/customers-list-page'
import { listGroups } from '@/db/queries/listed-groups'
import { getDatabase } from '@/lib/server/database'
import { readCustomersUrl } from '@/lib/url/customers-url'
import { onlyKnown } from '@/lib/url/list-url'

/** The list as the query asks for it; a branch or group that does not exist reads as all of them, and is named. */
export async function loadCustomers(scope: Scope, query: URLSearchParams) {
  const db = getDatabase()
  const [business, branches, groups] = await Promise.all([getBusiness(db), listBranches(db, scope), listGroups(db)])
  const known = { branch: branches.map(({ code }) => code), group: groups.map(({ key }) => key) }
  const url = onlyKnown(readCustomersUrl(query), known)
  return { url, list: await getCustomersPage(db, scope, url.params), business, choices: { branches, groups } }
}
