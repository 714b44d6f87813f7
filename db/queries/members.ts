import { type SQL, sql } from 'drizzle-orm'
import { inWindow, orderFigures, previousFigures, totalOrders } from '@/db/metrics'
import { customerBranches, customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import type { Activity } from '@/lib/definitions'
import type { Frame } from './frame'
import type { Grouping } from './groupings/grouping'
import { asked, isAmong } from './order-filters'
import { derivedCustomerBranches } from './visible-records'

/**
 * The relation that every figure comes from, as CTEs to be followed by a SELECT: `members` has one row for each customer
 * that is registered, in each group that it is in, with its figures in the window and the one compared with. Whoever has an
 * order there is registered: a customer is known since its first order. Orders are added up before they are joined. Cards,
 * list, totals, export and explanations read it.
 */
export function membersCtes(frame: Frame, activity: Activity, grouping: Grouping): SQL[] {
  const { overlaps, belonging } = grouping
  const readsBranches = belonging?.isWhole || frame.branchIds !== null
  return [
    ...(readsBranches && frame.visibleBranchIds !== null ? [derivedCustomerBranches] : []),
    ...membersOf(frame, activity, grouping, figuresCte(frame, grouping), overlaps ? sql`, ${asPerson}` : null),
  ]
}

/**
 * The same relation of those alone who have an order in one of the windows, in the groups of these orders or of these
 * figures, which is much smaller where a customer can be in several groups; it has no columns of the whole person. The
 * bridge reads it, and the chart where groups follow from figures: new and returning, recency and RFM.
 */
export function visitorsCtes(frame: Frame, grouping: Grouping): SQL[] {
  const figures = figuresOf(frame, grouping, sql`join activity as a on a.customer_id = ${customers.id}`, EVERYWHERE)
  return membersOf(frame, 'all', grouping, figures, null)
}

function membersOf(frame: Frame, activity: Activity, grouping: Grouping, figures: SQL, person: SQL | null): SQL[] {
  const { after, ofCustomer, splits } = grouping
  const selected = selects(activity, EACH_ROW)
  return [
    ...(grouping.before ?? []),
    activityCte(frame, grouping),
    figures,
    ...(after?.ctes ?? []),
    sql`members as (
      select ${splits ? sql`is_member and ${selected}` : selected} as is_selected, ${ofCustomer.ref} as group_ref, figures.*
        ${ofCustomer.reasons ? sql`, ${ofCustomer.reasons}` : sql``} ${person ?? sql``}
      from ${after?.relation ?? sql`figures`} as figures ${ofCustomer.join}
      ${person ? sql`window person as (partition by figures.id)` : sql``})`,
  ]
}

/** The orders of both windows, added up for each customer, and for each group where that is one of the order. */
function activityCte(frame: Frame, { ofOrder }: Grouping): SQL {
  const { window, previous } = frame
  const during = sql`${orders.orderedAt} >= ${window.from}::timestamptz`
  const before = previous && sql`${orders.orderedAt} < ${previous.to}::timestamptz`
  return sql`
    activity as (
      select ${orders.customerId} as customer_id, ${orderFigures(during)}, ${previousFigures(before)}
        ${ofOrder ? sql`, ${ofOrder.ref} as order_group` : sql``}
      from ${orders} ${ofOrder?.join ?? sql``}
      where ${read(frame)} and ${asked(frame)}
      group by ${orders.customerId} ${ofOrder ? sql`, ${ofOrder.ref}` : sql``}
    )`
}

function figuresCte(frame: Frame, grouping: Grouping): SQL {
  const isWhole = grouping.belonging?.isWhole
  const activity = sql`${isWhole ? sql`join` : sql`left join`} ${placed(grouping)} as a on a.customer_id = ${customers.id}`
  return figuresOf(frame, grouping, activity, isWhole ? EVERYWHERE : registeredHere(frame))
}

/** The figures of each customer that is `here`, with the orders of `activity`, as `a`. */
function figuresOf({ window }: Frame, { ofOrder, ofCustomer }: Grouping, activity: SQL, here: SQL): SQL {
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
      from ${customers} ${activity}
      where ${customers.knownSince} < ${window.to}::timestamptz and ${customers.mergedIntoId} is null and ${here}
    )`
}

/** What was added up, and a row without an order for each group that a customer belongs to all the same. */
function placed({ belonging }: Grouping): SQL {
  if (!belonging) return sql`activity`
  const kind = belonging.isWhole ? sql`right` : sql`full`
  return sql`(select * from activity ${kind} join (${belonging.rows}) as belonging using (customer_id, order_group))`
}

const EVERYWHERE = sql`true`

/** The orders of the window and the one compared with: one range, which an index finds, without a gap between the two. */
function read({ window, previous }: Frame): SQL {
  if (previous === null) return inWindow(window.from, window.to)
  if (previous.to >= window.from) return inWindow(previous.from, window.to)
  const isOutsideGap = sql`(${orders.orderedAt} < ${previous.to}::timestamptz or ${orders.orderedAt} >= ${window.from}::timestamptz)`
  return sql`${inWindow(previous.from, window.to)} and ${isOutsideGap}`
}

/** With a branch: at home there, or with an order of any status there before the end of the window. */
function registeredHere({ branchIds, window }: Frame): SQL {
  if (branchIds === null) return EVERYWHERE
  const { customerId, branchId, knownSince } = customerBranches
  const isKnown = sql`${isAmong(branchId, branchIds)} and ${knownSince} < ${window.to}::timestamptz`
  return sql`exists (select from ${customerBranches} where ${customerId} = ${customers.id} and ${isKnown})`
}

/** Whether a customer came in each of the windows, as SQL; null is no. */
type Came = { isActive: SQL; cameBefore: SQL }
const EACH_ROW: Came = { isActive: sql`is_active`, cameBefore: sql`previous_orders > 0` }

/**
 * Where a customer can be in several groups, it is one customer all the same: one of its rows is the `is_person`, and
 * active where it is so in one of its groups. Told beside the rows, so that they need not be read a second time.
 */
const asPerson = sql`row_number() over person = 1 as is_person, bool_or(is_active) over person as person_is_active,
  bool_or(previous_orders > 0) over person as person_came_before`

/** What the columns of `asPerson` say of the whole customer. */
export const WHOLE_PERSON: Came = { isActive: sql`person_is_active`, cameBefore: sql`person_came_before` }

/** Whether the `activity` filter selects a customer. */
export function selects(activity: Activity, { isActive, cameBefore }: Came): SQL {
  const selections = {
    active: isActive,
    inactive: sql`not ${isActive}`,
    all: sql`true`,
    not_back: sql`(not ${isActive} and ${cameBefore})`,
  } satisfies Record<Activity, SQL>
  return selections[activity]
}
