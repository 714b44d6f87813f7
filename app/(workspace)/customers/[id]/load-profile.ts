import { orFirstPage } from '@/components/customer-groups/or-first-page'
import type { Scope } from '@/db/access'
import { listBranches } from '@/db/queries/branches'
import { getBusiness } from '@/db/queries/business'
import { getCustomerProfile } from '@/db/queries/customer-profile'
import type { Business } from '@/lib/business'
import type { CustomerProfile, ProfileParams } from '@/lib/customers/contract'
import { ORDER_TYPE_WORDS } from '@/lib/format/words'
import { getDatabase } from '@/lib/server/database'
import { readProfileUrl } from '@/lib/url/profile-url'

type LoadedProfile = { profile: CustomerProfile; business: Business; filterWords: string }

/** A customer under the choices of the URL, and those choices in words; null where the caller may see no such customer. */
export async function loadProfile(scope: Scope, id: string, query: URLSearchParams): Promise<LoadedProfile | null> {
  const db = getDatabase()
  const [business, branches] = await Promise.all([getBusiness(db), listBranches(db, scope)])
  const asked = readProfileUrl(query)
  const branch = branches.find(({ code }) => code === asked.branch)
  const params: ProfileParams = { ...asked, branch: branch?.code ?? 'all' }
  const profile = await orFirstPage(params, (page) => getCustomerProfile(db, scope, id, page))
  return profile && { profile, business, filterWords: inWords(params, branch?.name ?? limitOf(scope)) }
}

/** Whoever sees some branches only is told that these are the ones counted. */
function limitOf({ branches }: Scope): string | undefined {
  return branches === 'all' ? undefined : 'your branches'
}

function inWords({ order_type }: ProfileParams, branchName: string | undefined): string {
  const type = order_type === 'all' ? undefined : `${ORDER_TYPE_WORDS[order_type]} orders`
  return [type, branchName].filter((word) => word !== undefined).join(', ')
}
