import { type SQL, sql } from 'drizzle-orm'
import { halfUp } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { type Activity, showsOrders } from '@/lib/definitions'
import type { Frame } from './frame'
import type { Grouping } from './groupings/grouping'
import { registeredCustomers } from './members'

const TOP_CUSTOMERS = 5

/**
 * The figures and the best customers of each group that has members, as a CTE `stats` over `members`; where a customer can be
 * in several groups also how many customers there are, each counted once, as `counted_once`.
 */
export function statsCtes(frame: Frame, activity: Activity, grouping: Grouping): SQL[] {
  const { overlaps, belonging } = grouping
  const registered = belonging?.registered
  const sums = sumsOf(activity, grouping)
  // A group can be without anybody who came, and without anybody who is kept as registered there.
  const orNone = (name: string) => sql`coalesce(${sql.identifier(name)}, 0)`
  const figures = Object.fromEntries(Object.keys(sums).map((name) => [name, orNone(name)]))
  const counts = {
    active: orNone('active_count'),
    // Whoever came is registered, also where what is kept of it is lost.
    registered: registered ? sql`greatest(${orNone('customers')}, ${orNone('active_count')})` : sql`members`,
    notBack: orNone('selected'),
  }
  return [
    sql`
      sums as (
        select group_ref, ${columns(sums)}, count(*) filter (where is_selected) as selected,
          ${grouping.splits ? sql`count(*) filter (where is_member)` : sql`count(*)`} as members,
          (${topCustomers()}) as top_customers
        from members group by group_ref)`,
    ...(registered ? [sql`registered as (${registered})`] : []),
    ...(overlaps ? [countedOnceCte(frame, activity, grouping)] : []),
    sql`
      stats as (
        select group_ref, ${selectedCount(activity, counts)} as customer_count, ${counts.registered} as registered_count,
          ${columns(figures)}, top_customers
        from sums ${registered ? sql`full join registered using (group_ref)` : sql``})`,
  ]
}

/** What the members of a group add up to, by its name. */
function sumsOf(activity: Activity, { splits }: Grouping): Record<string, SQL> {
  // Without orders to show no figure of one is shown; otherwise members that are not selected have none, but cancelled
  // orders, which count whoever placed them.
  const shown = (figure: SQL) => (showsOrders(activity) ? sql`(${figure})::bigint` : sql`0::bigint`)
  const among = (condition: SQL) => (splits ? sql`is_member and ${condition}` : condition)
  const sum = (figure: SQL) => shown(sql`sum(${figure}) ${splits ? sql`filter (where is_member)` : sql``}`)
  const before = splits ? sql`filter (where is_compared)` : sql``
  return {
    active_count: sql`count(*) filter (where ${among(sql`is_active`)})`,
    new_customers: shown(sql`count(*) filter (where ${among(sql`is_active and is_new`)})`),
    returning_customers: shown(sql`count(*) filter (where ${among(sql`is_active and not is_new`)})`),
    total_orders: sum(sql`total_orders`),
    service_orders: sum(sql`service_orders`),
    sales_orders: sum(sql`sales_orders`),
    consultation_orders: sum(sql`consultation_orders`),
    completed_orders: sum(sql`completed_orders`),
    cancelled_orders: sum(sql`cancelled_orders`),
    revenue_minor: sum(sql`revenue_minor`),
    previous_active_count: sql`count(previous_orders) ${before}`,
    previous_orders: sql`(sum(previous_orders) ${before})::bigint`,
    previous_revenue_minor: sql`(sum(previous_revenue_minor) ${before})::bigint`,
  }
}

function columns(named: Record<string, SQL>): SQL {
  return sql.join(
    Object.entries(named).map(([name, value]) => sql`${value} as ${sql.identifier(name)}`),
    sql`, `,
  )
}

type Counted = { active: SQL; registered: SQL; notBack: SQL }

/** How many customers the `activity` filter selects of those who are counted. */
function selectedCount(activity: Activity, { active, registered, notBack }: Counted): SQL {
  const selections = {
    active,
    inactive: sql`${registered} - ${active}`,
    all: registered,
    not_back: notBack,
  } satisfies Record<Activity, SQL>
  return selections[activity]
}

/** Sorted by customer, as `members` is then, they are counted without sorting; a window for each takes twice as long. */
function countedOnceCte(frame: Frame, activity: Activity, { belonging }: Grouping): SQL {
  // By branch, who is known and yet in no branch that is shown is in no group: so can be whoever comes there later.
  const branchIds = frame.branchIds ?? (belonging?.registered ? frame.visibleBranchIds : null)
  const areAtHome = belonging?.registered && branchIds === null
  const registered = areAtHome
    ? sql`select sum(at_home)::bigint from registered`
    : registeredCustomers({ ...frame, branchIds })
  const once = (condition: SQL) => sql`count(distinct id) filter (where ${condition})`
  const came = activity === 'not_back' ? sql`${once(sql`is_active or previous_orders > 0`)} as came,` : sql``
  return sql`
    counted_once as (
      select ${once(sql`is_active`)} as active, ${once(sql`previous_orders > 0`)} as before,
        ${came} coalesce((${registered}), 0) as registered
      from members)`
}

/** The figures of all groups together, amounts in minor units, as one JSON object over `stats` and `counted_once`. */
export function totalsOf(activity: Activity, { overlaps }: Grouping): SQL {
  const sum = (figure: string) => sql`coalesce(sum(${sql.identifier(figure)}), 0)`
  const [active, registered] = [sql`active`, sql`registered`]
  const once = (figure: string, count: SQL) => (overlaps ? sql`(select ${count} from counted_once)` : sum(figure))
  const selected = selectedCount(activity, { active, registered, notBack: sql`came - active` })
  return sql`
    select json_build_object('customers', ${once('customer_count', selected)}, 'active_count', ${once('active_count', active)},
      'registered_count', ${once('registered_count', registered)},
      'previous_customers', ${once('previous_active_count', sql`before`)},
      'orders', ${sum('total_orders')}, 'revenue_minor', ${sum('revenue_minor')},
      'previous_orders', ${sum('previous_orders')}, 'previous_revenue_minor', ${sum('previous_revenue_minor')})
    from stats`
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
