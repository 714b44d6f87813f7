import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { counted, inWindow } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import type { CustomerListSort, CustomersParams } from '@/lib/customers/list'
import { searchTextMatches } from './customer-list'
import { type Frame, resolveFrame } from './frame'
import { onDays } from './local-days'
import { atHome } from './order-filters'

type Filters = Pick<CustomersParams, 'q' | 'group' | 'branch' | 'ordered' | 'registered_from' | 'registered_to'>

/** What a list of customers asks for, resolved. Throws what `resolveFrame` throws for its group and branch. */
export function customersFrame(db: Database, scope: Scope, { q, group, branch, ordered }: Filters): Promise<Frame> {
  const period = ordered === 'any' || ordered === 'never' ? '1month' : ordered
  return resolveFrame(db, scope, { q, group, branch, period, compare: 'none', order_type: 'all' })
}

/** Whether a row of `customers` is in the list. One that was merged into another is in none. */
export function customerMatches(frame: Frame, params: Filters): SQL {
  const days = { from: params.registered_from, to: params.registered_to }
  const conditions = [
    sql`${customers.mergedIntoId} is null`,
    frame.groupRef === null ? sql`true` : sql`${customers.groupId} = ${frame.groupRef}`,
    frame.branchIds === null ? sql`true` : atHome(frame.branchIds),
    frame.search === null ? sql`true` : searchTextMatches(frame.search),
    onDays(customers.registeredAt, days, sql`${frame.timeZone}::text`),
    lastOrdered(frame, params.ordered),
  ]
  return sql.join(conditions, sql` and `)
}

/** As active customers are counted: an order of the future is in no period that ends now. */
function lastOrdered({ window: { from, to } }: Frame, ordered: Filters['ordered']): SQL {
  if (ordered === 'any') return sql`true`
  if (ordered === 'never') return sql`${customers.lastCountedAt} is null`
  return sql`(${customers.lastCountedAt} >= ${from}::timestamptz and (${customers.lastCountedAt} < ${to}::timestamptz or exists (
    select from ${orders} where ${orders.customerId} = ${customers.id} and ${counted} and ${inWindow(from, to)})))`
}

/**
 * The sort asked for, then the id, so that pages never overlap, or exactly the opposite; whoever never ordered stands last.
 * The relation has the columns of `customers`.
 */
export function customersOrder(
  { sort, dir }: Pick<CustomersParams, 'sort' | 'dir'>,
  relation: SQL,
  opposite = false,
): SQL {
  const direction = (dir === 'asc') === opposite ? sql`desc` : sql`asc`
  // Only here can a value be missing, and naming what is the default elsewhere would keep an index from being read.
  const missing = sort !== 'last_order' ? sql`` : opposite ? sql`nulls first` : sql`nulls last`
  return sql`${relation}.${SORTS[sort]} ${direction} ${missing}, ${relation}.id ${direction}`
}

const SORTS = {
  name: sql`sort_name`,
  registered: sql`registered_at`,
  last_order: sql`last_counted_at`,
} satisfies Record<CustomerListSort, SQL>
