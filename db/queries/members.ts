import { type SQL, sql } from 'drizzle-orm'
import { inWindow, orderFigures, previousFigures, totalOrders } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import type { Activity } from '@/lib/definitions'
import type { Frame } from './frame'
import type { Grouping } from './groupings/grouping'
import { asked, atHome, ofBranches } from './order-filters'

/**
 * The relation that every figure comes from, as CTEs to be followed by a SELECT: `members` has one row for each customer
 * that is registered, in each group that it is in, with its figures in the window and the one compared with. Whoever has an
 * order there is registered: a customer is known since its first order. Orders are added up before they are joined. Cards,
 * list, totals, bridge and export read it.
 */
export function membersCtes(frame: Frame, activity: Activity, grouping: Grouping): SQL[] {
  const { after, ofCustomer, splits } = grouping
  const selected = splits ? sql`is_member and ${SELECTIONS[activity]}` : SELECTIONS[activity]
  return [
    ...(grouping.before ?? []),
    activityCte(frame, grouping),
    figuresCte(frame, grouping),
    ...(after?.ctes ?? []),
    sql`members as (
      select ${selected} as is_selected, ${ofCustomer.ref} as group_ref, figures.*
        ${ofCustomer.reasons ? sql`, ${ofCustomer.reasons}` : sql``}
      from ${after?.relation ?? sql`figures`} as figures ${ofCustomer.join})`,
  ]
}

/** The orders of both windows, added up for each customer, and for each group where that is one of the order. */
function activityCte(frame: Frame, { ofOrder, readsHistory }: Grouping): SQL {
  const { during, before, where } = readsHistory ? wholeHistory(frame) : bothWindows(frame)
  return sql`
    activity as (
      select ${orders.customerId} as customer_id, ${orderFigures(during)}, ${previousFigures(before)}
        ${ofOrder ? sql`, ${ofOrder.ref} as order_group` : sql``}
      from ${orders} ${ofOrder?.join ?? sql``}
      where ${where}
      group by ${orders.customerId} ${ofOrder ? sql`, ${ofOrder.ref}` : sql``}
    )`
}

/** Which orders are read, and which of them are the window's and the one's compared with. */
type Read = { where: SQL; during: SQL; before: SQL | null }

function bothWindows(frame: Frame): Read {
  const { window, previous } = frame
  return {
    where: sql`${read(frame)} and ${asked(frame)}`,
    during: sql`${orders.orderedAt} >= ${window.from}::timestamptz`,
    before: previous && sql`${orders.orderedAt} < ${previous.to}::timestamptz`,
  }
}

/** Every order before the end of the window: of whatever type and status it is, its customer belongs to its group. */
function wholeHistory({ window, previous, branchIds, orderType }: Frame): Read {
  const ofType = orderType ? sql`${orders.type} = ${orderType}` : sql`true`
  return {
    where: sql`${orders.orderedAt} < ${window.to}::timestamptz and ${ofBranches(branchIds)}`,
    during: sql`${orders.orderedAt} >= ${window.from}::timestamptz and ${ofType}`,
    before: previous && sql`${inWindow(previous.from, previous.to)} and ${ofType}`,
  }
}

function figuresCte(frame: Frame, grouping: Grouping): SQL {
  const { window } = frame
  const { ofOrder, ofCustomer, readsHistory } = grouping
  const here = readsHistory ? EVERYWHERE : registeredHere(frame)
  return sql`
    figures as (
      select a.last_order_at is not null as is_active, ${customers.groupId},
        coalesce(a.revenue_minor, 0) as revenue_minor, coalesce(${totalOrders}, 0) as total_orders,
        ${customers.id}, ${customers.sortName}, a.last_order_at,
        coalesce(${customers.firstCountedAt} >= ${window.from}::timestamptz, false) as is_new,
        coalesce(a.service_orders, 0) as service_orders, coalesce(a.sales_orders, 0) as sales_orders,
        coalesce(a.consultation_orders, 0) as consultation_orders,
        coalesce(a.completed_orders, 0) as completed_orders, coalesce(a.cancelled_orders, 0) as cancelled_orders,
        nullif(a.previous_orders, 0) as previous_orders, a.previous_revenue_minor, ${customers.registeredAt}
        ${ofOrder ? sql`, a.order_group` : sql``} ${ofCustomer.columns ? sql`, ${ofCustomer.columns}` : sql``}
      from ${customers}
      ${readsHistory ? sql`join` : sql`left join`} ${placed(grouping)} as a on a.customer_id = ${customers.id}
      ${here.join}
      where ${customers.knownSince} < ${window.to}::timestamptz and ${customers.mergedIntoId} is null and ${here.holds}
    )`
}

/** What was added up, and a row without an order for each group that a customer belongs to all the same. */
function placed({ belonging }: Grouping): SQL {
  if (!belonging) return sql`activity`
  return sql`(select * from activity full join (${belonging}) as belonging using (customer_id, order_group))`
}

const EVERYWHERE = { holds: sql`true`, join: sql`` }

/** The orders of the window and the one compared with: one range, which an index finds, without a gap between the two. */
function read({ window, previous }: Frame): SQL {
  if (previous === null) return inWindow(window.from, window.to)
  if (previous.to >= window.from) return inWindow(previous.from, window.to)
  const isOutsideGap = sql`(${orders.orderedAt} < ${previous.to}::timestamptz or ${orders.orderedAt} >= ${window.from}::timestamptz)`
  return sql`${inWindow(previous.from, window.to)} and ${isOutsideGap}`
}

/** With a branch: at home there, or with an order of any status there before the end of the window. */
function registeredHere({ branchIds, window }: Frame): { holds: SQL; join: SQL } {
  if (branchIds === null) return EVERYWHERE
  const join = sql`
    left join (
      select distinct ${orders.customerId} as customer_id
      from ${orders} where ${orders.orderedAt} < ${window.to}::timestamptz and ${ofBranches(branchIds)}
    ) as visitors on visitors.customer_id = ${customers.id}`
  return { holds: sql`(${atHome(branchIds)} or visitors.customer_id is not null)`, join }
}

/** Which members the `activity` filter selects, by `is_active` and `previous_orders`. */
export const SELECTIONS = {
  active: sql`is_active`,
  inactive: sql`not is_active`,
  all: sql`true`,
  not_back: sql`(not is_active and previous_orders > 0)`,
} satisfies Record<Activity, SQL>
