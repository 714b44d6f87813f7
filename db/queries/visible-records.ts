import { type SQL, sql } from 'drizzle-orm'
import { derivedFromOrders } from '@/db/derived-from-orders'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { atHome, ofBranches } from './order-filters'

/**
 * The WITH clause of a statement: its own CTEs, over the records that the caller may see. Where branches are limited,
 * `orders` and `customers` are CTEs of those names, so that the statement reads a database that holds nothing else.
 */
export function withVisible(visibleBranchIds: readonly string[] | null, ctes: readonly SQL[]): SQL {
  const all =
    visibleBranchIds === null ? ctes : [visibleOrders(visibleBranchIds), visibleCustomers(visibleBranchIds), ...ctes]
  return all.length === 0 ? sql`` : sql`with ${sql.join([...all], sql`, `)}`
}

/** Not materialized, so that each use still reads the index that suits it. */
function visibleOrders(branchIds: readonly string[]): SQL {
  return sql`orders as not materialized (select * from ${orders} where ${ofBranches(branchIds)})`
}

/**
 * Who is at home in these branches or has an order there, of any status. What is derived of a customer is derived again
 * from the orders that can be seen; what somebody entered is the customer's own and stays.
 */
function visibleCustomers(branchIds: readonly string[]): SQL {
  return sql`
    customers as (
      select ${customers.id}, ${customers.externalId}, ${customers.fullName}, ${customers.organizationName}, ${customers.phone},
        ${customers.email}, ${customers.groupId}, ${customers.sortName}, ${customers.searchText},
        case when ${customers.homeBranchExplicit} then ${customers.homeBranchId}
          else coalesce(seen.first_branch_id, ${customers.homeBranchId}) end as home_branch_id,
        registered.at as registered_at, least(registered.at, seen.first_ordered_at) as known_since,
        seen.first_counted_at, seen.last_counted_at
      from ${customers}
      left join (${derivedFromOrders(sql`${orders}`)}) as seen on seen.customer_id = ${customers.id}
      cross join lateral (
        select case when ${customers.registeredAtExplicit} then ${customers.registeredAt}
          else coalesce(seen.first_ordered_at, ${customers.createdAt}) end as at
      ) as registered
      where ${atHome(branchIds)} or seen.customer_id is not null
    )`
}
