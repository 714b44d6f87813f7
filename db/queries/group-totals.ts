import { type SQL, sql } from 'drizzle-orm'
import type { Grouping } from './groupings/grouping'

/** The figures of all groups together, amounts in minor units, as one JSON object over `stats`. */
export function totalsOf({ overlaps }: Grouping): SQL {
  const sum = (figure: SQL) => sql`coalesce(sum(${figure}), 0)`
  // Where a customer can be in several groups, it is one customer all the same.
  const once = (figure: string) => sum(sql`${sql.identifier(overlaps ? `person_${figure}` : figure)}`)
  return sql`
    select json_build_object('customers', ${once('customer_count')}, 'active_count', ${once('active_count')},
      'registered_count', ${once('registered_count')}, 'previous_customers', ${once('previous_active_count')},
      'orders', ${sum(sql`total_orders`)}, 'revenue_minor', ${sum(sql`revenue_minor`)},
      'previous_orders', ${sum(sql`previous_orders`)}, 'previous_revenue_minor', ${sum(sql`previous_revenue_minor`)})
    from stats`
}
