import type { z } from 'zod'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { type Once, onceFor } from '@/db/commands/idempotency'
import { lockCustomer } from '@/db/commands/lock-customer'
import { retriedTransaction, type Transaction } from '@/db/commands/retried-transaction'
import { type NewOrder, orderMadeSchema } from '@/lib/orders/contract'
import { businessInCurrency } from './currency-lock'
import { deriveCustomer } from './derive-customer'
import { assertOwnVehicle } from './entered-fields'
import { insertOrder } from './insert-order'
import { notifyOrder } from './notify-order'

const answerSchema = orderMadeSchema.omit({ success: true })
/** The ids of what was made. */
export type OrderMade = z.infer<typeof answerSchema>

/**
 * Takes an order of a customer, once for each key.
 * @throws RequestError 404 and 409 as `lockCustomer`, 400 and 403 for what does not fit the records, and as `onceFor`.
 */
export async function takeOrder(db: Database, caller: Caller, order: NewOrder, once: Once): Promise<OrderMade> {
  assertMay(caller, 'enter')
  return retriedTransaction(db, (tx) => onceFor(tx, caller, once, answerSchema, () => take(tx, caller, order)))
}

async function take(tx: Transaction, caller: Caller, order: NewOrder): Promise<OrderMade> {
  const { customer_id, vehicle_id } = order
  // Before the customer, as an import does it: whoever locks both in another order may wait for ever.
  const business = await businessInCurrency(tx)
  const { homeBranchId } = await lockCustomer(tx, caller, customer_id)
  if (vehicle_id !== null) await assertOwnVehicle(tx, customer_id, vehicle_id, 'vehicle_id')
  const entered = {
    customerId: customer_id,
    vehicleId: vehicle_id,
    page: 'order_page',
    at: '',
    fields: order,
    business,
  } as const
  const { id, branchId } = await insertOrder(tx, caller, entered)
  await deriveCustomer(tx, customer_id)
  await notifyOrder(tx, { act: 'created', id, customer_id, version: 1 }, [branchId, homeBranchId])
  return { customer_id, order_id: id }
}
