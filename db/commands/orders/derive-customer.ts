import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { keepCustomerBranches } from '@/db/commands/keep-customer-branches'
import { derivedFromOrders } from '@/db/derived-from-orders'
import { visitGaps } from '@/db/visit-gaps'
import { MAIN_BRANCH } from '@/lib/definitions'

/**
 * Derives again what follows from the orders for customers, and writes only rows that differ. It is not the customer's own
 * data that changes, so its version stays. `touched` is a relation with the column `customer_id`, each once.
 */
export async function deriveCustomers(db: Pick<Database, 'execute'>, touched: SQL): Promise<void> {
  const theirOrders = sql`(select o.* from orders o join ${touched} as touched using (customer_id))`
  await db.execute(sql`
    update customers
    set home_branch_id = target.home_branch_id, registered_at = target.registered_at, known_since = target.known_since,
      first_counted_at = target.first_counted_at, last_counted_at = target.last_counted_at,
      visit_gaps = target.visit_gaps, median_gap_days = target.median_gap_days, updated_at = now()
    from (
      select c.id,
        case when home_branch_explicit then home_branch_id
          else coalesce(first_branch_id, (select id from branches where code = ${MAIN_BRANCH})) end as home_branch_id,
        registered.at as registered_at, least(registered.at, first_ordered_at) as known_since,
        d.first_counted_at, d.last_counted_at, coalesce(visits.visit_gaps, 0) as visit_gaps, visits.median_gap_days
      from customers c
      join ${touched} as t on t.customer_id = c.id
      left join (${derivedFromOrders(theirOrders)}) as d on d.customer_id = c.id
      left join (${visitGaps(theirOrders)}) as visits on visits.customer_id = c.id
      cross join lateral (
        select case when registered_at_explicit then registered_at else coalesce(first_ordered_at, created_at) end as at
      ) as registered
    ) as target
    where customers.id = target.id and
      (customers.home_branch_id, customers.registered_at, customers.known_since, customers.first_counted_at,
        customers.last_counted_at, customers.visit_gaps, customers.median_gap_days) is distinct from
      (target.home_branch_id, target.registered_at, target.known_since, target.first_counted_at,
        target.last_counted_at, target.visit_gaps, target.median_gap_days)`)
  await keepCustomerBranches(db, touched)
}

/** The same for one customer, which the caller has locked. Whoever writes an order ends with this. */
export async function deriveCustomer(tx: Pick<Database, 'execute'>, customerId: string): Promise<void> {
  await deriveCustomers(tx, sql`(select ${customerId}::uuid as customer_id)`)
}
