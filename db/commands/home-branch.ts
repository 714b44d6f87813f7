import { eq } from 'drizzle-orm'
import { type Caller, hasBranch } from '@/db/access'
import { branches } from '@/db/schema/reference'
import type { Registration } from '@/lib/customers/registration'
import { MAIN_BRANCH } from '@/lib/definitions'
import { namedBranch } from './named-branch'
import { refusedField } from './refused-field'
import type { Transaction } from './retried-transaction'

/** Where a customer is at home; what is not explicit is derived from the orders. */
export type EnteredHome = { branchId: string; isExplicit: boolean }

/**
 * The home of whoever is being registered: the branch that was named, else the first order's, else the only branch of a
 * caller who has one, else main.
 * @throws RequestError 400 where main is none of a limited caller's branches, and as `namedBranch`.
 */
export async function homeBranch(
  tx: Transaction,
  { scope }: Pick<Caller, 'scope'>,
  { branch, order }: Pick<Registration, 'branch' | 'order'>,
): Promise<EnteredHome> {
  if (branch !== null) return { branchId: await namedBranch(tx, scope, branch, 'branch'), isExplicit: true }
  if (order !== null) {
    return { branchId: await namedBranch(tx, scope, order.branch, 'order.branch'), isExplicit: false }
  }
  const [only, ...others] = scope.branches === 'all' ? [] : scope.branches
  // Derived, it would become main with the next import, where whoever registered the customer sees them no more.
  if (only !== undefined && others.length === 0) return { branchId: only, isExplicit: true }
  const [main] = await tx.select({ id: branches.id }).from(branches).where(eq(branches.code, MAIN_BRANCH))
  if (!main || !hasBranch(scope, main.id)) throw refusedField('branch', 'Choose the branch at which they are at home.')
  return { branchId: main.id, isExplicit: false }
}
