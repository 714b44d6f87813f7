import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { customers } from '@/db/schema/customers'
import { orderHistory, orders } from '@/db/schema/orders'
import type { Frame } from './frame'
import { ofBranches } from './order-filters'
import { derivedCustomerBranches, visibleCustomers } from './visible-records'

/** What a figure reads of an order; all of it is kept in its history. */
const KEPT = sql`branch_id, type, status, amount_minor, ordered_at`

/**
 * CTEs of what was done to orders since an instant: `entered`, the ids of those that were entered since, and `replaced`,
 * each other order that was changed since, as it stood then. An order that went from a customer to the one with whom it
 * was merged is told under the latter: the former is in no figure any more.
 */
export function changesSince(at: string): SQL[] {
  const since = sql`${at}::timestamptz`
  return [
    sql`entered as materialized (select ${orders.id} from ${orders} where ${orders.createdAt} > ${since})`,
    sql`first_replaced as materialized (
      select distinct on (order_id) order_id, customer_id, ${KEPT}
      from ${orderHistory}
      where ${orderHistory.replacedAt} > ${since} and order_id not in (select id from entered)
      order by order_id, replaced_at, order_version)`,
    sql`replaced as materialized (
      select was.order_id as id, present.external_id, present.created_at,
        case when c.merged_into_id is null then was.customer_id else present.customer_id end as customer_id,
        was.branch_id, was.type, was.status, was.amount_minor, was.ordered_at
      from first_replaced as was
      join ${orders} as present on present.id = was.order_id
      join ${customers} as c on c.id = was.customer_id)`,
  ]
}

/**
 * After `changesSince`: CTEs `orders`, `customers` and, where every branch is seen, `customer_branches` with the orders as
 * they stood then, as far as a caller of these branches may see them. What is derived of customers is what figures of
 * orders read: since when they are known, and their branches.
 */
export function recordsThen({ visibleBranchIds }: Pick<Frame, 'visibleBranchIds'>): SQL[] {
  const then = sql`
    orders as not materialized (
      select customer_id, id, external_id, ${KEPT}, created_at from (
        select customer_id, id, external_id, ${KEPT}, created_at from ${orders}
        where id not in (select id from entered) and id not in (select id from replaced)
        union all
        select customer_id, id, external_id, ${KEPT}, created_at from replaced
      ) as orders
      where ${ofBranches(visibleBranchIds)})`
  if (visibleBranchIds !== null) return [then, visibleCustomers(visibleBranchIds)]
  return [then, customersThen, derivedCustomerBranches]
}

const customersThen = (() => {
  const { knownSince, ...others } = getTableColumns(customers)
  return sql`
    customers as not materialized (
      select ${sql.join(Object.values(others), sql`, `)}, least(${knownSince}, first_then) as known_since
      from ${customers}
      left join (select customer_id, min(ordered_at) as first_then from replaced group by customer_id) as earlier
        on earlier.customer_id = ${customers.id})`
})()
