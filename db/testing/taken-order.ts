import type { Caller } from '@/db/access'
import { changeOrder, type OrderId } from '@/db/commands/orders/change-order'
import { takeOrder } from '@/db/commands/orders/take-order'
import { registerCustomer } from '@/db/commands/register-customer'
import { getOrder } from '@/db/queries/order'
import type { Order } from '@/lib/orders/contract'
import type { Desk } from './desk'
import { newOrder, onceMore, orderChange, registration } from './entries'

export type Changes = Parameters<typeof orderChange>[1]

/** An order with what a test does to it, as a manager unless somebody else is named. */
export type TakenOrder = {
  id: OrderId
  change(version: number, changes: Changes, reason?: string | null, caller?: Caller): Promise<void>
  read(caller?: Caller): Promise<Order>
}

/** An order at main of a new customer with a vehicle; a test says the rest. */
export async function takenOrder(desk: Desk, given: Parameters<typeof newOrder>[1] = {}): Promise<TakenOrder> {
  const fields = registration({ branch: 'main', vehicle: { plate: 'T 1 AAA' } })
  const { customer_id } = await registerCustomer(desk.db, desk.manager, fields, onceMore())
  const { order_id } = await takeOrder(desk.db, desk.manager, newOrder(customer_id, given), onceMore())
  return orderAt(desk, { customerId: customer_id, orderId: order_id })
}

/** The same of an order that is there already. */
export function orderAt(desk: Desk, id: OrderId): TakenOrder {
  return {
    id,
    change: (version, changes, reason = null, caller = desk.manager) =>
      changeOrder(desk.db, caller, id, orderChange(version, changes, reason)),
    read: async (caller = desk.manager) => {
      const found = await getOrder(desk.db, caller.scope, id.customerId, id.orderId)
      if (!found) throw new Error('the order is not there')
      return found
    },
  }
}
