import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { derivedFromOrders } from '@/db/derived-from-orders'

/**
 * Derives again what follows from the orders for the recorded customers that the import touches, and writes only rows
 * that differ. It is not the customer's own data that changes, so its version stays.
 */
export async function deriveRecordedCustomers(db: Database, mainBranchId: string): Promise<void> {
  await db.execute(sql`
    create temporary table touched_customers on commit drop as
    select customer_id from customer_plan where not is_new
    union select customer_id from order_plan where not customer_is_new
    union select old_customer_id from order_plan where action = 'moved'`)
  await db.execute(sql`analyze touched_customers`)
  await db.execute(sql`
    update customers
    set home_branch_id = target.home_branch_id, registered_at = target.registered_at, known_since = target.known_since,
      first_counted_at = target.first_counted_at, last_counted_at = target.last_counted_at, updated_at = now()
    from (
      select c.id,
        case when home_branch_explicit then home_branch_id else coalesce(first_branch_id, ${mainBranchId}::uuid) end
          as home_branch_id,
        registered.at as registered_at, least(registered.at, first_ordered_at) as known_since,
        d.first_counted_at, d.last_counted_at
      from customers c
      join touched_customers t on t.customer_id = c.id
      left join (
        ${derivedFromOrders(sql`(select o.* from orders o join touched_customers using (customer_id))`)}
      ) as d on d.customer_id = c.id
      cross join lateral (
        select case when registered_at_explicit then registered_at else coalesce(first_ordered_at, created_at) end as at
      ) as registered
    ) as target
    where customers.id = target.id and
      (customers.home_branch_id, customers.registered_at, customers.known_since, customers.first_counted_at,
        customers.last_counted_at) is distinct from
      (target.home_branch_id, target.registered_at, target.known_since, target.first_counted_at, target.last_counted_at)`)
}
