import { and, eq, inArray, notInArray } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import type { Caller, Scope } from '@/db/access'
import { type LockedCustomer, seenBy } from '@/db/commands/lock-customer'
import type { Transaction } from '@/db/commands/retried-transaction'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { RequestError } from '@/lib/failure'

/** Two customers that become one: `keep` stays, `merge` goes into it. */
export type Pair = { keep: LockedCustomer; merge: LockedCustomer }

/**
 * Two different customers, held until the transaction ends. By id, so that two who lock the same pair never wait for each
 * other. The caller must see all orders of both, and `seen` of them as customers: one that is merged already is nowhere.
 * @throws RequestError 404 where the caller may see one of them not at all, 403 `beyond_your_branches`, 400 for one and
 * the same.
 */
export async function lockPair(
  tx: Transaction,
  caller: Caller,
  { keepId, mergeId }: { keepId: string; mergeId: string },
  seen: readonly string[] = [keepId, mergeId],
): Promise<Pair> {
  if (keepId === mergeId) throw new RequestError(400, 'same_customer', 'Choose another customer: this is the same one.')
  const ids = [keepId, mergeId].filter((id) => isUuid(id))
  const found = await tx.select().from(customers).where(inArray(customers.id, ids)).orderBy(customers.id).for('update')
  const [keep, merge] = [keepId, mergeId].map((id) => found.find((customer) => customer.id === id))
  if (!keep || !merge) throw new RequestError(404, 'not_found', 'There is no such customer.')
  await assertSees(tx, caller, seen)
  await assertSeesAll(tx, caller.scope, ids)
  return { keep, merge }
}

async function assertSees(tx: Transaction, caller: Caller, ids: readonly string[]): Promise<void> {
  const which = and(inArray(customers.id, [...ids]), seenBy(tx, caller))
  const found = await tx.select({ id: customers.id }).from(customers).where(which)
  if (found.length < ids.length) throw new RequestError(404, 'not_found', 'There is no such customer.')
}

/**
 * Whoever sees some branches only does nothing to a customer whose other orders they do not see.
 * @throws RequestError 403 `beyond_your_branches`.
 */
export async function assertSeesAll(tx: Transaction, scope: Scope, ids: readonly string[]): Promise<void> {
  if (await seesAll(tx, scope, ids)) return
  const message = 'There are orders at branches that are not yours. Ask somebody who sees every branch.'
  throw new RequestError(403, 'beyond_your_branches', message)
}

/** Whether every order of these customers is at a branch that the scope sees. */
export async function seesAll(
  tx: Pick<Transaction, 'select'>,
  { branches }: Scope,
  ids: readonly string[],
): Promise<boolean> {
  if (branches === 'all') return true
  const [elsewhere] = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(inArray(orders.customerId, [...ids]), notInArray(orders.branchId, [...branches])))
    .limit(1)
  return !elsewhere
}

/**
 * Both are as they were when the merge was shown.
 * @throws RequestError 409 `changed_meanwhile`, 409 `erased`.
 */
export function assertAsSeen({ keep, merge }: Pair, versions: { keep: number; merge: number }): void {
  const isMerged = keep.mergedIntoId !== null || merge.mergedIntoId !== null
  if (isMerged || keep.version !== versions.keep || merge.version !== versions.merge)
    throw new RequestError(409, 'changed_meanwhile', 'Somebody changed one of the two meanwhile. Look at them again.')
  if (keep.erasedAt !== null || merge.erasedAt !== null)
    throw new RequestError(409, 'erased', 'A person who was erased is nobody to merge with.')
}

/** The customers that were merged into these, one into the other, to the last; without these themselves. */
export async function mergedInto(tx: Pick<Transaction, 'select'>, ids: readonly string[]): Promise<LockedCustomer[]> {
  if (ids.length === 0) return []
  const direct = await tx
    .select()
    .from(customers)
    .where(inArray(customers.mergedIntoId, [...ids]))
  return [
    ...direct,
    ...(await mergedInto(
      tx,
      direct.map(({ id }) => id),
    )),
  ]
}

/** A customer as it is now. */
export async function readCustomer(tx: Pick<Transaction, 'select'>, id: string): Promise<LockedCustomer> {
  const [found] = await tx.select().from(customers).where(eq(customers.id, id))
  if (!found) throw new RequestError(404, 'not_found', 'There is no such customer.')
  return found
}
