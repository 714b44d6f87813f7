import { type SQL, sql } from 'drizzle-orm'
import { counted } from './metrics'

/**
 * What the orders of each customer say about it: the first order of any status with its branch (ties by external id),
 * the first and the last counted one. `source` is a relation with the columns of `orders`, whose name it takes.
 */
export function derivedFromOrders(source: SQL): SQL {
  return sql`
    select customer_id, min(ordered_at) as first_ordered_at,
      min(ordered_at) filter (where ${counted}) as first_counted_at,
      max(ordered_at) filter (where ${counted}) as last_counted_at,
      (array_agg(branch_id order by ordered_at, external_id collate "C", id))[1] as first_branch_id
    from ${source} as orders
    group by customer_id`
}
