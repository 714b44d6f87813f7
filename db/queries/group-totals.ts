import { type SQL, sql } from 'drizzle-orm'
import type { Activity } from '@/lib/definitions'
import type { Grouping } from './groupings/grouping'
import { SELECTIONS } from './members'

/** The figures of all groups together, amounts in minor units, as one JSON object over `members` and `stats`. */
export function totalsOf(activity: Activity, grouping: Grouping): SQL {
  return sql`
    select json_build_object('customers', people.customers, 'active_count', people.active_count,
      'registered_count', people.registered_count,
      'previous_customers', people.previous_customers, 'orders', orders, 'revenue_minor', revenue_minor,
      'previous_orders', previous_orders, 'previous_revenue_minor', previous_revenue_minor)
    from (
      select coalesce(sum(total_orders), 0) as orders, coalesce(sum(revenue_minor), 0) as revenue_minor,
        coalesce(sum(previous_orders), 0) as previous_orders,
        coalesce(sum(previous_revenue_minor), 0) as previous_revenue_minor
      from stats
    ) as sums
    cross join (${grouping.overlaps ? countedOnce(activity) : addedUp}) as people`
}

const addedUp = sql`
  select coalesce(sum(customer_count), 0) as customers, coalesce(sum(active_count), 0) as active_count,
    coalesce(sum(registered_count), 0) as registered_count,
    coalesce(sum(previous_active_count), 0) as previous_customers
  from stats`

/** Where a customer can be in several groups, it is one customer all the same, and active where it is so in one of them. */
function countedOnce(activity: Activity): SQL {
  return sql`
    select count(*) filter (where ${SELECTIONS[activity]}) as customers, count(*) filter (where is_active) as active_count,
      count(*) as registered_count, count(previous_orders) as previous_customers
    from (
      select bool_or(is_active) as is_active, sum(previous_orders) as previous_orders from members group by id
    ) as people`
}
