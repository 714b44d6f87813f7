import { and, eq, sql } from 'drizzle-orm'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { assertMay, type Caller, hasBranch } from '@/db/access'
import type { Database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { lockCustomerOrErased } from '@/db/commands/lock-customer'
import { refusedField } from '@/db/commands/refused-field'
import { retriedTransaction, type Transaction } from '@/db/commands/retried-transaction'
import { orderHistory, orders } from '@/db/schema/orders'
import { RequestError } from '@/lib/failure'
import type { OrderChange } from '@/lib/orders/contract'
import { ruleOf } from '@/lib/orders/order-rules'
import { changedFields, changedState, type OrderState } from './changed-state'
import { businessInCurrency } from './currency-lock'
import { deriveCustomer } from './derive-customer'
import { sourceOf } from './insert-order'
import { notifyOrder } from './notify-order'

type OrderRow = typeof orders.$inferSelect
/** An order is found by its customer, too. */
export type OrderId = { customerId: string; orderId: string }

/**
 * Changes an order of the version that was read. What it was stays in its history; a change to what it already is does
 * nothing, and neither does the caller's own last change once more, whose answer may have been lost.
 * @throws RequestError 404 for an order that the caller may not see, 409 `changed_meanwhile` for another version, 409
 * `not_in_this_state`, 403 `not_allowed` where a manager is needed, 400 where a reason is or a field does not fit.
 */
export async function changeOrder(db: Database, caller: Caller, id: OrderId, change: OrderChange): Promise<void> {
  assertMay(caller, 'enter')
  await retriedTransaction(db, async (tx) => {
    // Before the customer, as an import does it: whoever locks both in another order may wait for ever.
    const business = await businessInCurrency(tx)
    const { homeBranchId } = await lockCustomerOrErased(tx, caller, id.customerId)
    const before = await findOrder(tx, caller, id)
    const isPresent = before.version === change.version
    if (!isPresent && !(await isOwnLastStep(tx, caller, before, change))) throw changedMeanwhile()
    const after = await changedState(tx, caller, before, change.changes, business)
    const fields = changedFields(before, after)
    if (fields.length === 0 && after.status === before.status) return
    if (!isPresent) throw changedMeanwhile()
    assertAllowed(caller, { before, after, reason: change.reason })
    await keepHistory(tx, caller, before, change.reason)
    await updateOrder(tx, before, after)
    await deriveCustomer(tx, before.customerId)
    await tell(tx, caller, { before, after, fields, homeBranchId })
  })
}

async function findOrder(tx: Transaction, { scope }: Caller, { customerId, orderId }: OrderId): Promise<OrderRow> {
  const [found] = isUuid(orderId)
    ? await tx
        .select()
        .from(orders)
        .where(and(eq(orders.customerId, customerId), eq(orders.id, orderId)))
        .for('update')
    : []
  if (!found || !hasBranch(scope, found.branchId)) throw new RequestError(404, 'not_found', 'There is no such order.')
  return found
}

const changedMeanwhile = () =>
  new RequestError(409, 'changed_meanwhile', 'Somebody changed this order meanwhile. See what it is now.')

/** Whether the caller alone, and for the same reason, took the order from the version that was read to the present one. */
async function isOwnLastStep(
  tx: Transaction,
  caller: Caller,
  { customerId, id, version }: OrderRow,
  { version: seen, reason }: OrderChange,
): Promise<boolean> {
  if (version !== seen + 1 || caller.id === null) return false
  const [step] = await tx
    .select({ by: orderHistory.replacedById, reason: orderHistory.reason })
    .from(orderHistory)
    .where(
      and(eq(orderHistory.customerId, customerId), eq(orderHistory.orderId, id), eq(orderHistory.orderVersion, seen)),
    )
  return step?.by === caller.id && step.reason === reason
}

type Step = { before: OrderRow; after: OrderState; fields: readonly string[] }

function assertAllowed(
  caller: Caller,
  { before, after, reason }: Omit<Step, 'fields'> & Pick<OrderChange, 'reason'>,
): void {
  const rule = ruleOf(before.status, after.status)
  assertMay(caller, rule)
  if (rule === 'edit' && reason === null) throw refusedField('reason', 'Say why.')
}

/** By the clock and not by the transaction, which may have waited for the change before it. */
const clock = sql<string>`clock_timestamp()`

async function keepHistory(tx: Transaction, caller: Caller, before: OrderRow, reason: string | null): Promise<void> {
  const { customerId, id: orderId, version: orderVersion } = before
  const { type, status, branchId, vehicleId, description, amountMinor, orderedAt, details } = before
  await tx.insert(orderHistory).values({
    customerId,
    id: uuidv7(),
    orderId,
    orderVersion,
    reason,
    type,
    status,
    branchId,
    vehicleId,
    description,
    amountMinor,
    orderedAt,
    details,
    replacedAt: clock,
    replacedBy: sourceOf(caller, 'order_page'),
    replacedById: caller.id,
  })
}

async function updateOrder(tx: Transaction, { customerId, id, version }: OrderRow, after: OrderState): Promise<void> {
  await tx
    .update(orders)
    .set({ ...after, version: version + 1, updatedAt: clock })
    .where(and(eq(orders.customerId, customerId), eq(orders.id, id)))
}

async function tell(
  tx: Transaction,
  caller: Caller,
  { before, after, fields, homeBranchId }: Step & { homeBranchId: string },
): Promise<void> {
  const { customerId: customer_id, id, version: old } = before
  const version = old + 1
  const status = after.status === before.status ? {} : { from: before.status, to: after.status }
  const detail = { order_id: id, version, fields, ...status }
  await writeAudit(tx, caller, { action: 'order.changed', subject: { kind: 'customer', id: customer_id }, detail })
  const branchIds = [before.branchId, after.branchId, homeBranchId]
  await notifyOrder(tx, { act: 'changed', id, customer_id, version }, branchIds)
}
