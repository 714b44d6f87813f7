import { type SQL, sql } from 'drizzle-orm'
import { counted, inWindow, orderFigures, revenue } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import type { Activity } from '@/lib/definitions'
import type { Frame } from './frame'
import { asked, atHome, ofBranches } from './order-filters'

/**
 * The relation that every figure comes from, as CTEs to be followed by a SELECT: `members` has one row for each
 * customer that is registered or had an order in the window or the one before, with its figures; each child is
 * aggregated before it is joined. Cards, list, totals and export read it.
 */
export function membersCte(frame: Frame, activity: Activity): SQL {
  const here = registeredHere(frame)
  return sql`
    activity as (
      select ${orders.customerId} as customer_id, ${orderFigures}
      from ${orders}
      where ${inWindow(frame.window.from, frame.window.to)} and ${asked(frame)}
      group by ${orders.customerId}
    ),
    previous as (
      select ${orders.customerId} as customer_id, count(*) as total_orders, ${revenue} as revenue_minor
      from ${orders}
      where ${inWindow(frame.previous.from, frame.previous.to)} and ${counted} and ${asked(frame)}
      group by ${orders.customerId}
    ),
    figures as (
      select ${customers.groupId}, coalesce(a.total_orders > 0, false) as is_active,
        coalesce(a.revenue_minor, 0) as revenue_minor, coalesce(a.total_orders, 0) as total_orders,
        ${customers.id}, ${customers.sortName}, a.last_order_at,
        coalesce(${customers.firstCountedAt} >= ${frame.window.from}::timestamptz, false) as is_new,
        ${customers.knownSince} < ${frame.window.to}::timestamptz and ${here.holds} as is_registered,
        coalesce(a.service_orders, 0) as service_orders, coalesce(a.sales_orders, 0) as sales_orders,
        coalesce(a.consultation_orders, 0) as consultation_orders,
        coalesce(a.completed_orders, 0) as completed_orders, coalesce(a.cancelled_orders, 0) as cancelled_orders,
        p.total_orders as previous_orders, p.revenue_minor as previous_revenue_minor, ${customers.registeredAt}
      from ${customers}
      left join activity as a on a.customer_id = ${customers.id}
      left join previous as p on p.customer_id = ${customers.id}
      ${here.join}
    ),
    members as (
      select ${SELECTIONS[activity]} as is_selected, figures.* from figures
      where is_registered or total_orders + cancelled_orders > 0 or previous_orders > 0
    )`
}

/** With a branch: at home there, or with an order of any status there before the end of the window. */
function registeredHere({ branchIds, window }: Frame): { holds: SQL; join: SQL } {
  if (branchIds === null) return { holds: sql`true`, join: sql`` }
  const join = sql`
    left join (
      select distinct ${orders.customerId} as customer_id
      from ${orders} where ${orders.orderedAt} < ${window.to}::timestamptz and ${ofBranches(branchIds)}
    ) as visitors on visitors.customer_id = ${customers.id}`
  return { holds: sql`(${atHome(branchIds)} or visitors.customer_id is not null)`, join }
}

/** Which members the `activity` filter selects. */
const SELECTIONS = {
  active: sql`is_active`,
  inactive: sql`is_registered and not is_active`,
  all: sql`is_active or is_registered`,
} satisfies Record<Activity, SQL>
