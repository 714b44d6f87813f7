import { asc, inArray } from 'drizzle-orm'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { branches } from '@/db/schema/reference'
import type { BranchChoice } from '@/lib/branch'

/** The branches that the caller may choose among, in their order. */
export async function listBranches(db: Database, scope: Scope): Promise<BranchChoice[]> {
  return db
    .select({ code: branches.code, name: branches.name })
    .from(branches)
    .where(scope.branches === 'all' ? undefined : inArray(branches.id, [...scope.branches]))
    .orderBy(asc(branches.position), asc(branches.code))
}
