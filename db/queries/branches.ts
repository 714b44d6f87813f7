import { and, asc, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches } from '@/db/schema/reference'
import type { BranchChoice } from '@/lib/branch'

/**
 * The branches that the caller may filter by, in their order: an archived one while it has records. Whoever is limited to
 * some sees all of theirs.
 */
export async function listBranches(db: Pick<Database, 'select'>, scope: Scope): Promise<BranchChoice[]> {
  const inUse = or(isNull(branches.archivedAt), hasRecords)
  return readBranches(db, scope, scope.branches === 'all' ? inUse : undefined)
}

/** The branches at which the caller may enter something new, in their order. */
export async function listOpenBranches(db: Pick<Database, 'select'>, scope: Scope): Promise<BranchChoice[]> {
  return readBranches(db, scope, isNull(branches.archivedAt))
}

/** All branches of the caller, archived ones too, in their order. */
export async function listOwnBranches(db: Pick<Database, 'select'>, scope: Scope): Promise<BranchChoice[]> {
  return readBranches(db, scope, undefined)
}

/** Looked for among the customers first, where an index leads to them; an order of a branch where nobody is at home is rare. */
const hasRecords = sql`coalesce(
  (select true from ${customers} where ${customers.homeBranchId} = ${branches.id} limit 1),
  (select true from ${orders} where ${orders.branchId} = ${branches.id} limit 1),
  false)`

async function readBranches(
  db: Pick<Database, 'select'>,
  scope: Scope,
  which: SQL | undefined,
): Promise<BranchChoice[]> {
  return db
    .select({ code: branches.code, name: branches.name })
    .from(branches)
    .where(and(scope.branches === 'all' ? undefined : inArray(branches.id, [...scope.branches]), which))
    .orderBy(asc(branches.position), asc(branches.code))
}
