import { type SQL, sql } from 'drizzle-orm'
import { halfUp } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { customerGroups } from '@/db/schema/reference'
import type { Activity } from '@/lib/definitions'
import type { Frame } from './frame'

const TOP_CUSTOMERS = 5

/** The figures of each group that has members, as a CTE `stats` over `members`. */
export function statsCte(activity: Activity): SQL {
  // With `inactive` no figure of an order is shown; otherwise members that are not selected have none, but cancelled
  // orders, which count whoever placed them.
  const shown = (figure: SQL) => (activity === 'inactive' ? sql`0::bigint` : sql`(${figure})::bigint`)
  return sql`
    stats as (
      select group_id,
        count(*) filter (where is_selected) as customer_count,
        count(*) filter (where is_active) as active_count,
        count(*) as registered_count,
        ${shown(sql`count(*) filter (where is_active and is_new)`)} as new_customers,
        ${shown(sql`count(*) filter (where is_active and not is_new)`)} as returning_customers,
        ${shown(sql`sum(total_orders)`)} as total_orders,
        ${shown(sql`sum(service_orders)`)} as service_orders,
        ${shown(sql`sum(sales_orders)`)} as sales_orders,
        ${shown(sql`sum(consultation_orders)`)} as consultation_orders,
        ${shown(sql`sum(completed_orders)`)} as completed_orders,
        ${shown(sql`sum(cancelled_orders)`)} as cancelled_orders,
        ${shown(sql`sum(revenue_minor)`)} as revenue_minor,
        count(previous_orders) as previous_active_count,
        coalesce(sum(previous_orders), 0)::bigint as previous_orders,
        coalesce(sum(previous_revenue_minor), 0)::bigint as previous_revenue_minor
      from members group by group_id
    )`
}

/**
 * A JSON array with a row for every group, with or without members, in the order in which they are shown; of the archived
 * ones only those with members, and the one that is asked for.
 */
export function groupRows({ currencyDigits, groupId }: Pick<Frame, 'currencyDigits' | 'groupId'>): SQL {
  const minorPerMajor = sql.raw(String(10 ** currencyDigits))
  return sql`
    select json_agg(json_build_object(
      'key', ${customerGroups.key}, 'name', ${customerGroups.name}, 'color', ${customerGroups.color},
      'stats', to_json(stats),
      'avg_orders_tenths', ${halfUp(sql`stats.total_orders * 10`, sql`stats.customer_count`)},
      'avg_revenue_hundredths', ${halfUp(sql`stats.revenue_minor * 100`, sql`stats.customer_count * ${minorPerMajor}`)},
      'top_customers', (${topCustomers()})
    ) order by ${customerGroups.position}, ${customerGroups.key})
    from ${customerGroups}
    left join stats on stats.group_id = ${customerGroups.id}
    where ${customerGroups.archivedAt} is null or stats.group_id is not null or ${customerGroups.id} = ${groupId}::uuid`
}

/** The best customers of a group by revenue, then orders, name and id. */
function topCustomers(): SQL {
  const best = sql`best.revenue_minor desc, best.total_orders desc, best.sort_name, best.id`
  return sql`
    select coalesce(json_agg(json_build_object(
      'id', best.id, 'external_id', ${customers.externalId}, 'full_name', ${customers.fullName},
      'phone', ${customers.phone}, 'total_orders', best.total_orders, 'revenue_minor', best.revenue_minor,
      'last_order_at', best.last_order_at
    ) order by ${best}), '[]')
    from (
      select id, sort_name, total_orders, revenue_minor, last_order_at from members as best
      where group_id = ${customerGroups.id} and is_selected and is_active
      order by ${best} limit ${TOP_CUSTOMERS}
    ) as best
    join ${customers} on ${customers.id} = best.id`
}
