import { type SQL, sql } from 'drizzle-orm'
import { visitsChange } from '@/db/metrics'
import type { Frame } from './frame'
import type { Grouping } from './groupings/grouping'
import { visitOf } from './list-filters'
import { visitorsCtes } from './members'
import { onceForEachRow } from './once-for-each-row'

const more = sql`revenue_minor - before`

/**
 * What each amount of a bridge adds up, of which rows of `changes`, in minor units. Where both windows overlap, who is new
 * has something before, too.
 */
export const BRIDGE_AMOUNTS = {
  previous_revenue: { whose: sql`previous_orders > 0`, amount: sql`before` },
  stopped_change: { whose: sql`visit = 'stopped'`, amount: more },
  new_change: { whose: sql`visit = 'new'`, amount: more },
  resurrected_change: { whose: sql`visit = 'resurrected'`, amount: more },
  visits_change: { whose: sql`visit = 'continued'`, amount: sql`by_visits` },
  value_change: { whose: sql`visit = 'continued'`, amount: sql`${more} - by_visits` },
  revenue: { whose: sql`is_active`, amount: sql`revenue_minor` },
}

/**
 * Who came in one of the windows, as `changes`; where a customer can be in several groups, each once, as `people_changes`.
 * Both read `came`, which has no more of `members` than they need: what nobody reads is not added up, and it is small. Where a
 * customer can be in several groups it is sorted by customer, as orders are added up: each is once without sorting or hashing.
 */
export function bridgeCtes(frame: Frame, grouping: Grouping): SQL[] {
  const changesOf = (relation: SQL) => sql`
    select one.*, coalesce(previous_revenue_minor, 0) as before, ${visitsChange} as by_visits,
      coalesce(${visitOf(sql`one`, frame.previous)}, 'stopped') as visit
    from ${relation} as one
    ${onceForEachRow}`
  const came = sql`
    came as (
      select id, group_ref, is_active, is_new, total_orders, revenue_minor, previous_orders, previous_revenue_minor
      from members where is_active or previous_orders > 0
      ${grouping.overlaps ? sql`order by id` : sql``})`
  const once = sql`
    came_once as (
      select id, bool_or(is_active) as is_active, bool_or(is_new) as is_new, sum(total_orders)::bigint as total_orders,
        sum(revenue_minor)::bigint as revenue_minor, sum(previous_orders)::bigint as previous_orders,
        sum(previous_revenue_minor)::bigint as previous_revenue_minor
      from came group by id)`
  return [
    ...visitorsCtes(frame, grouping),
    came,
    sql`changes as (${changesOf(sql`came`)})`,
    ...(grouping.overlaps ? [once, sql`people_changes as (${changesOf(sql`came_once`)})`] : []),
  ]
}

/** The rows of `bridgeCtes` of a group or, where none is named, of all together, each customer once; to be named by `as`. */
export function changesIn(groupRef: string | null, { overlaps }: Grouping): SQL {
  if (groupRef !== null) return sql`(select * from changes where group_ref = ${groupRef})`
  return overlaps ? sql`people_changes` : sql`changes`
}

const theirs = (whose: SQL) => sql`filter (where ${whose})`

/** The sums over `changes`, as columns. */
export const bridgeSums = sql.join(
  [
    ...Object.entries(BRIDGE_AMOUNTS).map(
      ([name, { whose, amount }]) => sql`coalesce(sum(${amount}) ${theirs(whose)}, 0) as ${sql.identifier(name)}`,
    ),
    ...['stopped', 'new', 'resurrected', 'continued'].map(
      (visit) => sql`count(*) ${theirs(sql`visit = ${visit}::text`)} as ${sql.identifier(`${visit}_customers`)}`,
    ),
  ],
  sql`, `,
)
