import { type SQL, sql } from 'drizzle-orm'

/**
 * The branches that each customer belongs to, as `customer_id, branch_id, known_since`: its home, at all times, and each
 * where it has an order of any status, from the first one on. `orders` and `customers` are relations with the columns of
 * these tables.
 */
export function branchesOfCustomers(orders: SQL, customers: SQL): SQL {
  return sql`
    select customer_id, branch_id, min(known_since) as known_since
    from (
      select customer_id, branch_id, min(ordered_at) as known_since from ${orders} as orders group by customer_id, branch_id
      union all
      select id, home_branch_id, '-infinity' from ${customers} as customers
    ) as belonging
    group by customer_id, branch_id`
}
