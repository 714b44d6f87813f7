import { type SQL, sql } from 'drizzle-orm'
import { bridgeCtes, changesIn } from '@/db/queries/bridge-changes'
import { matchesCte, selectedCte } from '@/db/queries/customer-list'
import { seriesCtes } from '@/db/queries/groups-series'
import { membersCtes } from '@/db/queries/members'
import { customers } from '@/db/schema/customers'
import { ORDER_FIGURES } from '@/lib/customer-groups/explanation/figures'
import type { AskedFigure } from './asked-figure'

/**
 * The customers among whom a figure is looked for, as CTEs: `people` has a row for each customer of the group, or of all,
 * with its figures there; whom the list matches is in `matches`, who came in the part of the period in `came_in_part`.
 */
export function peopleCtes(asked: AskedFigure): SQL[] {
  const { frame, params, grouping, place, part } = asked
  if (place === 'bridge') return [...bridgeCtes(frame, grouping), peopleOfBridge(asked)]
  // A list is matched by everything but the sort, of which an explanation has its own.
  const matches = place === 'list' ? [selectedCte(frame), matchesCte(frame, params)] : []
  const came = part ? [...seriesCtes(frame, grouping, part.buckets), cameInPart(asked, part.number)] : []
  return [...membersCtes(frame, params.activity, grouping), people(asked), ...matches, ...came]
}

function people({ frame, params, grouping, place, isPrevious }: AskedFigure): SQL {
  const isOfGroups = place === 'group' || place === 'totals'
  const side = isPrevious && isOfGroups ? sql`is_compared` : sql`is_member`
  // Of one group, and of all where they do not overlap, each has one row on a side.
  const isOnce = frame.groupRef !== null || !grouping.overlaps
  const who = isOnce
    ? sql`sort_name, is_active, is_new`
    : sql`min(sort_name) as sort_name, bool_or(is_active) as is_active, bool_or(is_new) as is_new`
  const sums = [...ORDER_FIGURES, 'revenue_minor', 'previous_orders', 'previous_revenue_minor']
    .map((name) => sql.identifier(name))
    .map((figure) => (isOnce ? sql`${figure}` : sql`sum(${figure})::bigint as ${figure}`))
  return sql`
    people as (
      select members.id, ${who}, ${sql.join(sums, sql`, `)}
      from members
      where ${inGroup(sql`members.group_ref`, frame.groupRef)} and ${grouping.splits ? side : sql`true`}
        and ${params.customer === undefined ? sql`true` : sql`members.id = ${params.customer}`}
      ${isOnce ? sql`` : sql`group by members.id`})`
}

/** Whoever has an order of any status in one of the windows, with what the bridge has of it: nothing of cancelled orders. */
function peopleOfBridge({ frame, grouping }: AskedFigure): SQL {
  return sql`
    people as (
      select *
      from (
        select ${customers.id}, ${customers.sortName} from ${customers}
        where ${customers.id} in (select id from members where ${inGroup(sql`group_ref`, frame.groupRef)})
      ) as seen
      left join ${changesIn(frame.groupRef, grouping)} as changed using (id))`
}

/** Whether a group is the one asked for; all are where none is. */
export function inGroup(ref: SQL, asked: string | null): SQL {
  return asked === null ? sql`true` : sql`${ref} = ${asked}`
}

/** Who had a counted order in the part, once each, also where that was in several groups. */
function cameInPart({ frame }: AskedFigure, number: number): SQL {
  return sql`
    came_in_part as (
      select customer_id, bool_or(is_new) as is_new, sum(service_orders + sales_orders + consultation_orders) as total_orders,
        sum(revenue_minor) as revenue_minor
      from came where bucket = ${number}::int and ${inGroup(sql`group_ref`, frame.groupRef)}
      group by customer_id)`
}
