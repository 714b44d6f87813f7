import type { Caller } from '@/db/access'
import { namedBranch } from '@/db/commands/named-branch'
import { refusedField } from '@/db/commands/refused-field'
import type { Transaction } from '@/db/commands/retried-transaction'
import type { orders } from '@/db/schema/orders'
import type { Business } from '@/lib/business'
import type { OrderType } from '@/lib/definitions'
import type { OrderChange, OrderDetails } from '@/lib/orders/contract'
import { assertOwnVehicle, enteredAmountMinor, enteredInstant } from './entered-fields'

type OrderRow = typeof orders.$inferSelect

/** What of an order can be changed. */
export type OrderState = Pick<
  OrderRow,
  'type' | 'status' | 'branchId' | 'vehicleId' | 'description' | 'amountMinor' | 'orderedAt' | 'details'
>

/**
 * The state that an order shall have: what is not in the changes stays. `business` is in a currency that stays, too.
 * @throws RequestError 400 and 403 for what does not fit the records.
 */
export async function changedState(
  tx: Transaction,
  caller: Caller,
  before: OrderRow,
  changes: OrderChange['changes'],
  { currencyDigits, timeZone }: Business,
): Promise<OrderState> {
  const { type = before.type, status = before.status, vehicle_id: vehicleId = before.vehicleId } = changes
  // The one that it has stays, retired or not.
  if (vehicleId !== null && vehicleId !== before.vehicleId)
    await assertOwnVehicle(tx, before.customerId, vehicleId, 'changes.vehicle_id')
  return {
    type,
    status,
    vehicleId,
    details: detailsFor(type, before, changes.details),
    description: changes.description === undefined ? before.description : changes.description,
    amountMinor:
      changes.amount === undefined
        ? before.amountMinor
        : enteredAmountMinor(changes.amount, currencyDigits, 'changes.amount'),
    branchId:
      changes.branch === undefined
        ? before.branchId
        : await namedBranch(tx, caller.scope, changes.branch, 'changes.branch', before.branchId),
    orderedAt:
      changes.ordered_on === undefined
        ? before.orderedAt
        : await enteredInstant(tx, changes.ordered_on, timeZone, 'changes.ordered_on', before.orderedAt),
  }
}

/** Details belong to a type: those of another do not stay with it. */
function detailsFor(type: OrderType, before: OrderRow, details: OrderDetails | undefined): OrderDetails | null {
  if (details === undefined && type === before.type) return before.details
  if (details?.type === type) return details
  throw refusedField('changes.details', 'Give the details of this type of order.')
}

const FIELDS = ['type', 'branchId', 'vehicleId', 'description', 'amountMinor', 'orderedAt', 'details'] as const
type ChangedField = (typeof FIELDS)[number]

/** Which fields beside the status are others now. */
export function changedFields(before: OrderState, after: OrderState): ChangedField[] {
  return FIELDS.filter((field) => JSON.stringify(sorted(before[field])) !== JSON.stringify(sorted(after[field])))
}

/** The database keeps the keys of an object in an order of its own. */
function sorted(value: OrderState[ChangedField]): unknown {
  return value !== null && typeof value === 'object' ? Object.entries(value).sort() : value
}
