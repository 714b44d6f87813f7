import { and, asc, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { branches } from '@/db/schema/reference'
import type { BranchChoice, BranchFilter } from '@/lib/branch'
import { refusedParameter } from '@/lib/customer-groups/search-params'

const ARCHIVED = sql<boolean>`${branches.archivedAt} is not null`

/**
 * All branches of the caller, which they may filter by, in their order. The archived ones too: whether they have records
 * is no question for each page, since no index leads from a branch to its orders.
 */
export async function listBranches(db: Pick<Database, 'select'>, scope: Scope): Promise<BranchFilter[]> {
  return readBranches(db, scope, undefined)
}

/** The branches at which the caller may enter something new, in their order. */
export async function listOpenBranches(db: Pick<Database, 'select'>, scope: Scope): Promise<BranchChoice[]> {
  return readBranches(db, scope, isNull(branches.archivedAt))
}

async function readBranches(
  db: Pick<Database, 'select'>,
  scope: Scope,
  which: SQL | undefined,
): Promise<BranchFilter[]> {
  return db
    .select({ code: branches.code, name: branches.name, archived: ARCHIVED })
    .from(branches)
    .where(and(scope.branches === 'all' ? undefined : inArray(branches.id, [...scope.branches]), which))
    .orderBy(asc(branches.position), asc(branches.code))
}

/**
 * The ids of branches by their codes.
 * @throws RequestError 400 for a code that no branch has.
 */
export async function branchIdsOf(db: Pick<Database, 'select'>, codes: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: branches.id, code: branches.code })
    .from(branches)
    .where(inArray(branches.code, [...codes]))
  const unknown = codes.find((code) => !rows.some((row) => row.code === code))
  if (unknown !== undefined) throw refusedParameter('branches', `has ${unknown}, which is not the code of a branch`)
  return rows.map(({ id }) => id)
}
