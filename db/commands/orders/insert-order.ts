import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '@/db/access'
import { writeAudit } from '@/db/commands/audit'
import { namedBranch } from '@/db/commands/named-branch'
import type { Transaction } from '@/db/commands/retried-transaction'
import { orders } from '@/db/schema/orders'
import type { Business } from '@/lib/business'
import type { OrderSource } from '@/lib/definitions'
import type { FirstOrder, NewOrder } from '@/lib/orders/contract'
import { enteredAmountMinor, enteredInstant } from './entered-fields'

/** An order as it was entered. `at` is where its fields stand in the request: '' or 'order.'. */
export type EnteredOrder = {
  customerId: string
  vehicleId: string | null
  /** Where a person enters it; what a key sends is from `api`. */
  page: Extract<OrderSource, 'registration' | 'order_page'>
  at: '' | 'order.'
  fields: NewOrder | FirstOrder
  /** As `businessInCurrency` read it in this transaction. */
  business: Business
}

/**
 * Records an order of a locked customer, with its audit entry; deriving what follows from it is left to the caller.
 * @throws RequestError 400 and 403 for what does not fit the records, as the readers of its fields say.
 */
export async function insertOrder(
  tx: Transaction,
  caller: Caller,
  { customerId, vehicleId, page, at, fields, business }: EnteredOrder,
): Promise<{ id: string; branchId: string }> {
  const { type, branch, amount, ordered_on, description, details } = fields
  const { currencyDigits, timeZone } = business
  const [id, branchId] = [uuidv7(), await namedBranch(tx, caller.scope, branch, `${at}branch`)]
  await tx.insert(orders).values({
    customerId,
    id,
    branchId,
    type,
    vehicleId,
    description,
    details,
    status: 'created',
    enteredById: caller.id,
    amountMinor: enteredAmountMinor(amount, currencyDigits, `${at}amount`),
    orderedAt: await enteredInstant(tx, ordered_on, timeZone, `${at}ordered_on`),
    source: sourceOf(caller, page),
  })
  const detail = { order_id: id }
  await writeAudit(tx, caller, { action: 'order.created', subject: { kind: 'customer', id: customerId }, detail })
  return { id, branchId }
}

/** A key is a program, whichever page does the same. */
export function sourceOf(caller: Pick<Caller, 'kind'>, page: EnteredOrder['page']): OrderSource {
  return caller.kind === 'key' ? 'api' : page
}
