import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import type { OrderType } from '@/lib/definitions'
import type { Frame } from './frame'

/** The filters on orders that a request asks for, beside its window. */
export function asked(frame: Frame): SQL {
  return sql`${ofType(frame.orderType)} and ${ofBranches(frame.branchIds)}`
}

/** Orders of a type; null means every type. */
export function ofType(type: OrderType | null): SQL {
  return type ? sql`${orders.type} = ${type}` : sql`true`
}

/** Customers whose home is one of these branches; an empty list means nobody. */
export function atHome(branchIds: readonly string[]): SQL {
  return isAmong(customers.homeBranchId, branchIds)
}

/** Orders of these branches; null means every branch, an empty list none. */
export function ofBranches(branchIds: readonly string[] | null): SQL {
  return isAmong(orders.branchId, branchIds)
}

/** Whether a branch's id is one of these; null means every branch, an empty list none. */
export function isAmong(branchId: SQLWrapper, branchIds: readonly string[] | null): SQL {
  if (branchIds === null) return sql`true`
  return branchIds.length === 0 ? sql`false` : sql`${branchId} in ${branchIds}`
}
