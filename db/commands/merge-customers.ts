import { and, eq, isNull, sql } from 'drizzle-orm'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { customerMerges, customers } from '@/db/schema/customers'
import { RequestError } from '@/lib/failure'
import { branchesOrderedAt, tellCustomerChanged } from './customer-change'
import { blanksToFill, filledToBlank } from './merging/blank-fields'
import { assertAsSeen, lockPair, type Pair } from './merging/lock-pair'
import { lookUpsOf, replaceLookUps } from './merging/look-ups'
import { detachVehicles, moveBelongings, moveOrders } from './merging/move-records'
import { deriveCustomers } from './orders/derive-customer'
import { retriedTransaction, type Transaction } from './retried-transaction'
import { renewSearchText } from './vehicles'

/** Which customer stays, which one goes into it, and the versions of both that were looked at. */
export type Merge = { keepId: string; mergeId: string; versions: { keep: number; merge: number } }

const MERGED = 'Moved when two customers were merged.'
const UNDONE = 'Moved back when a merge was undone.'

/**
 * Makes one customer of two, and gives the id of the merge: all orders, vehicles, notes and look-ups go to the one that
 * stays, which also takes over what it has blank. The other one keeps its row and leads there. Orders and revenue of all
 * customers together stay what they are.
 * @throws RequestError as `lockPair` and `assertAsSeen`.
 */
export async function mergeCustomers(db: Database, caller: Caller, merge: Merge): Promise<string> {
  assertMay(caller, 'edit')
  return retriedTransaction(db, (tx) => mergeCustomersIn(tx, caller, merge))
}

/** The same as part of a transaction, once: for `mergeCustomers`, and for the preview of it. */
export async function mergeCustomersIn(tx: Transaction, caller: Caller, merge: Merge): Promise<string> {
  assertMay(caller, 'edit')
  const pair = await lockPair(tx, caller, merge)
  assertAsSeen(pair, merge.versions)
  const id = uuidv7()
  await betweenLookUps(tx, pair, async () => {
    const move = { from: pair.merge.id, to: pair.keep.id, ids: null }
    const vehicles = await moveBelongings(tx, 'vehicles', move)
    const orderIds = await moveOrders(tx, caller, move, MERGED)
    const notes = await moveBelongings(tx, 'notes', move)
    const { filled, values } = await blanksToFill(tx, pair)
    await tx.insert(customerMerges).values({
      ...{ customerId: pair.keep.id, id, mergedCustomerId: pair.merge.id, mergedById: caller.id },
      moved: { orders: orderIds, vehicles, notes, filled },
    })
    await update(tx, pair.keep.id, values)
    await update(tx, pair.merge.id, { mergedIntoId: pair.keep.id })
  })
  await tell(tx, caller, pair, 'customer.merged', id)
  return id
}

/**
 * Parts two customers again: what was moved goes back as far as it is still there, what came since stays with the one that
 * was kept, and what was filled in is blank again unless it was changed.
 * @throws RequestError 404 for a merge that is not there or was undone, 409 `merged_again` or `erased` where the kept customer
 * is nobody of its own any more, and as `lockPair`.
 */
export async function undoMerge(
  db: Database,
  caller: Caller,
  { customerId, mergeId }: { customerId: string; mergeId: string },
): Promise<void> {
  assertMay(caller, 'edit')
  await retriedTransaction(db, async (tx) => {
    const { pair, moved } = await lockMerged(tx, caller, customerId, mergeId)
    await betweenLookUps(tx, pair, async () => {
      const back = { from: pair.keep.id, to: pair.merge.id }
      const vehicles = await moveBelongings(tx, 'vehicles', { ...back, ids: moved.vehicles })
      await moveOrders(tx, caller, { ...back, ids: moved.orders }, UNDONE)
      await detachVehicles(tx, caller, { from: pair.keep.id, ids: vehicles }, UNDONE)
      await moveBelongings(tx, 'notes', { ...back, ids: moved.notes })
      await update(tx, pair.keep.id, filledToBlank(pair.keep, moved.filled))
      await update(tx, pair.merge.id, { mergedIntoId: null })
      await tx.update(customerMerges).set({ undoneAt: sql`now()` }).where(eq(customerMerges.id, mergeId))
    })
    await tell(tx, caller, pair, 'customer.merge_undone', mergeId)
  })
}

/** The two of a merge that still holds, and what it moved: looked up once more when they are locked. */
async function lockMerged(tx: Transaction, caller: Caller, keepId: string, mergeId: string) {
  const { mergedCustomerId } = await findMerge(tx, keepId, mergeId)
  const pair = await lockPair(tx, caller, { keepId, mergeId: mergedCustomerId }, [keepId])
  const { moved } = await findMerge(tx, keepId, mergeId)
  if (pair.keep.mergedIntoId !== null)
    throw new RequestError(409, 'merged_again', 'This customer was merged into another since. Undo that merge first.')
  if (pair.keep.erasedAt !== null)
    throw new RequestError(409, 'erased', 'This person was erased on request, and so was whoever was merged with them.')
  return { pair, moved }
}

async function findMerge(tx: Transaction, customerId: string, mergeId: string) {
  const ofPair = [customerId, mergeId].every((id) => isUuid(id))
  const which = [eq(customerMerges.customerId, customerId), eq(customerMerges.id, mergeId)]
  const [found] = ofPair
    ? await tx
        .select()
        .from(customerMerges)
        .where(and(...which, isNull(customerMerges.undoneAt)))
    : []
  if (!found) throw new RequestError(404, 'not_found', 'There is no such merge, or it was undone already.')
  return found
}

/** Keeps everything that follows from what a customer has in step with a change of two of them. */
async function betweenLookUps(tx: Transaction, { keep, merge }: Pair, change: () => Promise<void>): Promise<void> {
  const ids = [keep.id, merge.id]
  const before = await lookUpsOf(tx, ids)
  await change()
  await replaceLookUps(tx, before, await lookUpsOf(tx, ids))
  await renewSearchText(tx, ids)
  await deriveCustomers(tx, sql`(select unnest(array[${keep.id}, ${merge.id}]::uuid[]) as customer_id)`)
}

async function update(tx: Transaction, id: string, values: Partial<typeof customers.$inferInsert>): Promise<void> {
  const version = sql`${customers.version} + 1`
  await tx
    .update(customers)
    .set({ ...values, version, updatedAt: sql`now()` })
    .where(eq(customers.id, id))
}

async function tell(
  tx: Transaction,
  caller: Caller,
  { keep, merge }: Pair,
  action: 'customer.merged' | 'customer.merge_undone',
  mergeId: string,
): Promise<void> {
  const homes = [keep.homeBranchId, merge.homeBranchId, ...(await branchesOrderedAt(tx, merge.id))]
  const detail = { merge_id: mergeId, merged_customer_id: merge.id }
  await tellCustomerChanged(tx, caller, { id: keep.id, version: keep.version + 1, homes }, { action, detail })
}
