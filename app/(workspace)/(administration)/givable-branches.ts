import type { GivableBranches } from '@/components/accounts/access-fields'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { listBranches } from '@/db/queries/branches'

/** The branches that a caller may give to others: never more than their own. */
export async function givableBranches(db: Database, { scope }: Caller): Promise<GivableBranches> {
  return { all: scope.branches === 'all', listed: await listBranches(db, scope) }
}
