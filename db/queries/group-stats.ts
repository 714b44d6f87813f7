import { type SQL, sql } from 'drizzle-orm'
import { halfUp } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { type Activity, showsOrders } from '@/lib/definitions'
import type { Frame } from './frame'
import type { Grouping } from './groupings/grouping'
import { selects, WHOLE_PERSON } from './members'

const TOP_CUSTOMERS = 5

/** The figures and the best customers of each group that has members, as a CTE `stats` over `members`. */
export function statsCte(activity: Activity, { overlaps, splits }: Grouping): SQL {
  // Without orders to show no figure of one is shown; otherwise members that are not selected have none, but cancelled
  // orders, which count whoever placed them.
  const shown = (figure: SQL) => (showsOrders(activity) ? sql`(${figure})::bigint` : sql`0::bigint`)
  const among = (condition: SQL) => (splits ? sql`is_member and ${condition}` : condition)
  // A group can hold figures to compare with and no member.
  const sum = (figure: SQL) =>
    shown(splits ? sql`coalesce(sum(${figure}) filter (where is_member), 0)` : sql`sum(${figure})`)
  const before = splits ? sql`filter (where is_compared)` : sql``
  return sql`
    stats as (
      select group_ref,
        count(*) filter (where is_selected) as customer_count,
        count(*) filter (where ${among(sql`is_active`)}) as active_count,
        ${splits ? sql`count(*) filter (where is_member)` : sql`count(*)`} as registered_count,
        ${shown(sql`count(*) filter (where ${among(sql`is_active and is_new`)})`)} as new_customers,
        ${shown(sql`count(*) filter (where ${among(sql`is_active and not is_new`)})`)} as returning_customers,
        ${sum(sql`total_orders`)} as total_orders,
        ${sum(sql`service_orders`)} as service_orders,
        ${sum(sql`sales_orders`)} as sales_orders,
        ${sum(sql`consultation_orders`)} as consultation_orders,
        ${sum(sql`completed_orders`)} as completed_orders,
        ${sum(sql`cancelled_orders`)} as cancelled_orders,
        ${sum(sql`revenue_minor`)} as revenue_minor,
        count(previous_orders) ${before} as previous_active_count,
        coalesce(sum(previous_orders) ${before}, 0)::bigint as previous_orders,
        coalesce(sum(previous_revenue_minor) ${before}, 0)::bigint as previous_revenue_minor,
        ${overlaps ? sql`${people(activity)},` : sql``}
        (${topCustomers()}) as top_customers
      from members group by group_ref
    )`
}

/** The same counts of customers, each counted in one of its groups alone: they add up to all customers, counted once. */
function people(activity: Activity): SQL {
  const { isActive, cameBefore } = WHOLE_PERSON
  const once = (condition: SQL) => sql`count(*) filter (where is_person and ${condition})`
  return sql`${once(selects(activity, WHOLE_PERSON))} as person_customer_count, ${once(isActive)} as person_active_count,
    count(*) filter (where is_person) as person_registered_count,
    ${once(cameBefore)} as person_previous_active_count`
}

/**
 * A JSON array with a row for every group, with or without members, in the order in which they are shown; of those that
 * are not kept only those with members, and the one that is asked for.
 */
export function groupRows({ currencyDigits, groupRef }: Frame, { groups }: Grouping): SQL {
  const minorPerMajor = sql.raw(String(10 ** currencyDigits))
  const isAsked = groupRef === null ? sql`false` : sql`listed.ref = ${groupRef}`
  return sql`
    select coalesce(json_agg(json_build_object(
      'key', listed.key, 'name', listed.name, 'color', listed.color,
      'stats', to_jsonb(stats) - 'top_customers', 'top_customers', coalesce(stats.top_customers, '[]'),
      'avg_orders_tenths', ${halfUp(sql`stats.total_orders * 10`, sql`stats.customer_count`)},
      'avg_revenue_hundredths', ${halfUp(sql`stats.revenue_minor * 100`, sql`stats.customer_count * ${minorPerMajor}`)}
    ) order by listed.position, listed.key), '[]')
    from (${groups}) as listed
    left join stats on stats.group_ref = listed.ref
    where listed.is_kept or stats.group_ref is not null or ${isAsked}`
}

/**
 * The best customers of a group of `members` by revenue, then orders, name and id. They come out of the same pass as its
 * sums: read again for each group, `members` would have to be kept first, and both together took a fifth of an overview.
 */
function topCustomers(): SQL {
  const best = sql`best.revenue_minor desc, best.total_orders desc, best.sort_name, best.id`
  return sql`
    select coalesce(json_agg(json_build_object(
      'id', best.id, 'external_id', ${customers.externalId}, 'full_name', ${customers.fullName},
      'phone', ${customers.phone}, 'total_orders', best.total_orders, 'revenue_minor', best.revenue_minor,
      'last_order_at', best.last_order_at
    ) order by ${best}), '[]')
    from (
      select * from unnest(array_agg(
        (members.id, members.sort_name, members.total_orders, members.revenue_minor, members.last_order_at)
      ) filter (where members.is_selected and members.is_active))
        as best(id uuid, sort_name text, total_orders bigint, revenue_minor bigint, last_order_at timestamptz)
      order by ${best} limit ${TOP_CUSTOMERS}
    ) as best
    join ${customers} on ${customers.id} = best.id`
}
