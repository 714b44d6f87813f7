import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '@/db/access'
import { branchesOfCustomers } from '@/db/customer-branches'
import { derivedFromOrders } from '@/db/derived-from-orders'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { atHome, ofBranches } from './order-filters'

/** The branches that are visible within a scope; null means every branch. */
export function visibleBranchIds({ branches }: Scope): readonly string[] | null {
  return branches === 'all' ? null : branches
}

/**
 * The WITH clause of a statement: its own CTEs, over the records that the caller may see. Where branches are limited,
 * `orders` and `customers` are CTEs of those names, so that the statement reads a database that holds nothing else; who
 * reads `customer_branches`, too, puts `derivedCustomerBranches` before it.
 */
export function withVisible(branchIds: readonly string[] | null, ctes: readonly SQL[]): SQL {
  return withAll([...visibleRecords(branchIds), ...ctes])
}

/** The CTEs that stand before all others there; none where every branch is visible. */
export function visibleRecords(branchIds: readonly string[] | null, among?: SQL): SQL[] {
  if (branchIds === null) return []
  return [visibleOrders(branchIds), visibleCustomers(branchIds, among)]
}

/**
 * The same for a statement that concerns few customers: `candidates` is a SELECT of their ids (`id`, each once) from all
 * records, and becomes a CTE of that name. What can be seen of them is worked out for them alone.
 */
export function withVisibleAmong(branchIds: readonly string[] | null, candidates: SQL, ctes: readonly SQL[]): SQL {
  const records = visibleRecords(branchIds, sql`(select id from candidates)`)
  return withAll([sql`candidates as materialized (${candidates})`, ...records, ...ctes])
}

/**
 * The same for a statement that reads `orders` and from there their customers: whoever has a visible order is visible, and
 * nothing of the customer may be shown that is derived from its orders.
 */
export function withVisibleOrders(branchIds: readonly string[] | null, ctes: readonly SQL[]): SQL {
  return withAll([...(branchIds === null ? [] : [visibleOrders(branchIds)]), ...ctes])
}

/** The WITH clause of these CTEs. */
export function withAll(ctes: readonly SQL[]): SQL {
  return ctes.length === 0 ? sql`` : sql`with ${sql.join([...ctes], sql`, `)}`
}

/**
 * Over the CTEs of visible orders and customers, not what is kept: that tells of orders in other branches. It stands only
 * where it is read: a CTE that is named twice, be it by one that nobody reads, is worked out whole.
 */
export const derivedCustomerBranches = sql`customer_branches as (${branchesOfCustomers(sql`${orders}`, sql`${customers}`)})`

/** What `shownHomeBranch` reads of `customers`. To derive the branch of each is half of the work: few rows are shown. */
export function homeBranchColumns(branchIds: readonly string[] | null): SQL {
  if (branchIds === null) return sql`${customers.homeBranchId}`
  return sql`${customers.homeBranchExplicit}, customers.stored_home_branch_id`
}

/** The id of the home branch as it is in `customers`, derived for one row that has `homeBranchColumns` and an `id`. */
export function shownHomeBranch(branchIds: readonly string[] | null, row: SQL): SQL {
  if (branchIds === null) return sql`${row}.home_branch_id`
  const own = sql`(select * from ${orders} where ${orders.customerId} = ${row}.id)`
  return sql`case when ${row}.home_branch_explicit then ${row}.stored_home_branch_id
    else coalesce((select first_branch_id from (${derivedFromOrders(own)}) as seen), ${row}.stored_home_branch_id) end`
}

/** Not materialized, so that each use still reads the index that suits it. */
function visibleOrders(branchIds: readonly string[]): SQL {
  return sql`orders as not materialized (select * from ${orders} where ${ofBranches(branchIds)})`
}

/**
 * Who is at home in these branches or has an order there, of any status. What is derived of a customer is derived again
 * from the orders that can be seen; what somebody entered is the customer's own and stays. Whoever was merged into another
 * customer is nowhere. It stands after the CTE `orders`.
 */
export function visibleCustomers(branchIds: readonly string[], among?: SQL): SQL {
  const theirs = among ? sql`(select * from ${orders} where ${orders.customerId} in ${among})` : sql`${orders}`
  const asked = among ? sql`${customers.id} in ${among}` : sql`true`
  return sql`
    customers as (
      select ${customers.id}, ${customers.externalId}, ${customers.fullName}, ${customers.organizationName}, ${customers.phone},
        ${customers.email}, ${customers.address}, ${customers.taxNumber}, ${customers.personRole}, ${customers.groupId},
        ${customers.sortName}, ${customers.searchText}, ${customers.mergedIntoId}, ${customers.erasedAt}, ${customers.version},
        ${customers.homeBranchId} as stored_home_branch_id,
        case when ${customers.homeBranchExplicit} then ${customers.homeBranchId}
          else coalesce(seen.first_branch_id, ${customers.homeBranchId}) end as home_branch_id, ${customers.homeBranchExplicit},
        registered.at as registered_at, least(registered.at, seen.first_ordered_at) as known_since,
        seen.first_counted_at, seen.last_counted_at, ${customers.registeredAtExplicit}, ${customers.createdAt}
      from ${customers}
      left join (${derivedFromOrders(theirs)}) as seen on seen.customer_id = ${customers.id}
      cross join lateral (
        select case when ${customers.registeredAtExplicit} then ${customers.registeredAt}
          else coalesce(seen.first_ordered_at, ${customers.createdAt}) end as at
      ) as registered
      where ${asked} and ${customers.mergedIntoId} is null and (${atHome(branchIds)} or seen.customer_id is not null)
    )`
}
