import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { branchesOfCustomers } from '@/db/customer-branches'

/**
 * Keeps which branches customers belong to in step with their orders and homes, and writes only rows that differ. `touched`
 * is a relation with the column `customer_id`, each once, whose customers the caller has locked.
 */
export async function keepCustomerBranches(db: Pick<Database, 'execute'>, touched: SQL): Promise<void> {
  const theirOrders = sql`(select o.* from orders o join ${touched} as touched using (customer_id))`
  const theirHomes = sql`(select c.* from customers c join ${touched} as touched on touched.customer_id = c.id)`
  await db.execute(sql`
    with belonging as materialized (${branchesOfCustomers(theirOrders, theirHomes)}),
    gone as (
      delete from customer_branches as kept using ${touched} as touched
      where kept.customer_id = touched.customer_id and not exists (
        select from belonging where belonging.customer_id = kept.customer_id and belonging.branch_id = kept.branch_id)
    )
    insert into customer_branches as kept (customer_id, branch_id, known_since)
    select customer_id, branch_id, known_since from belonging
    on conflict (customer_id, branch_id) do update set known_since = excluded.known_since
      where kept.known_since <> excluded.known_since`)
}
