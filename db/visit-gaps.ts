import { type SQL, sql } from 'drizzle-orm'
import { counted } from './metrics'
import { wholeDays } from './whole-days'

/**
 * How many gaps between visits each customer has and their median in days, for whoever has one. A gap is the whole days
 * between two counted orders that follow each other, where it is at least one. `source` is a relation with the columns of
 * `orders`, whose name it takes.
 */
export function visitGaps(source: SQL): SQL {
  const before = sql`lag(ordered_at) over (partition by customer_id order by ordered_at)`
  return sql`
    select customer_id, count(*)::int as visit_gaps, percentile_cont(0.5) within group (order by days) as median_gap_days
    from (
      select customer_id, ${wholeDays(before, sql`ordered_at`)} as days
      from ${source} as orders
      where ${counted}
    ) as followed
    where days >= 1
    group by customer_id`
}
