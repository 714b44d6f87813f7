import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import type { Frame } from './frame'

/** The filters on orders that a request asks for, beside its window. */
export function asked(frame: Frame): SQL {
  const ofType = frame.orderType ? sql`${orders.type} = ${frame.orderType}` : sql`true`
  return sql`${ofType} and ${ofBranches(frame.branchIds)}`
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
