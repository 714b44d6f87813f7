import { type SQL, sql } from 'drizzle-orm'
import { inWindow, orderFigures, previousFigures, totalOrders, visitFigures } from '@/db/metrics'
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
 * list, totals and export read it, or by branch often less (`shownMembersCtes`); explanations read it whole.
 */
export function membersCtes(frame: Frame, activity: Activity, grouping: Grouping): SQL[] {
  return [...branchesCte(frame, grouping), ...membersOf(frame, activity, grouping, figuresCte, SHOWN)]
}

/**
 * The same relation of those alone who have an order in one of the windows, in the groups of these orders or of these
 * figures, which is much smaller where a customer can be in several groups, and of their figures those alone that tell of
 * visits. The bridge reads it, and the chart where groups follow from figures: new and returning, recency and RFM.
 */
export function visitorsCtes(frame: Frame, grouping: Grouping): SQL[] {
  return membersOf(frame, 'all', grouping, visitorFigures, VISITS)
}

function visitorFigures(frame: Frame, grouping: Grouping, added: AddedUp): SQL {
  return figuresOf(
    frame,
    grouping,
    sql`join activity as parts on parts.customer_id = ${customers.id}`,
    EVERYWHERE,
    added,
  )
}

/**
 * What cards and lists read: of groups that tell by themselves how many are registered in them, those who came are enough,
 * unless others are listed.
 */
export function shownMembersCtes(frame: Frame, activity: Activity, grouping: Grouping, isListed: boolean): SQL[] {
  const areVisitors = activity === 'active' || activity === 'not_back'
  if (!grouping.belonging?.registered || (isListed && !areVisitors)) return membersCtes(frame, activity, grouping)
  return [...branchesCte(frame, grouping), ...membersOf(frame, activity, grouping, visitorFigures, SHOWN)]
}

/** What `registeredHere` and groups by branch read, where it is not what is kept. */
function branchesCte({ branchIds, visibleBranchIds }: Frame, { belonging }: Grouping): SQL[] {
  const isRead = belonging?.registered || branchIds !== null
  return isRead && visibleBranchIds !== null ? [derivedCustomerBranches] : []
}

/** What the orders of a customer are added up to, and the columns of `figures` that come of it, from `parts`. */
type AddedUp = { orders: (during: SQL) => SQL; columns: SQL; isSorted: boolean }

/** What cards and lists show. Sorted by customer, as orders are added up: who is counted once is counted without sorting. */
const SHOWN: AddedUp = {
  orders: orderFigures,
  columns: sql`coalesce(${totalOrders}, 0) as total_orders,
    coalesce(parts.service_orders, 0) as service_orders, coalesce(parts.sales_orders, 0) as sales_orders,
    coalesce(parts.consultation_orders, 0) as consultation_orders,
    coalesce(parts.completed_orders, 0) as completed_orders, coalesce(parts.cancelled_orders, 0) as cancelled_orders,
    ${customers.sortName}, ${customers.registeredAt}`,
  isSorted: true,
}

const VISITS: AddedUp = { orders: visitFigures, columns: sql`parts.total_orders`, isSorted: false }

type FiguresCte = (frame: Frame, grouping: Grouping, added: AddedUp) => SQL

function membersOf(frame: Frame, activity: Activity, grouping: Grouping, figures: FiguresCte, added: AddedUp): SQL[] {
  const { ofFigures, splits, overlaps } = grouping
  const selected = selects(activity)
  return [
    ...(grouping.before ?? []),
    activityCte(frame, grouping, added),
    figures(frame, grouping, added),
    ...(ofFigures?.ctes ?? []),
    sql`members as (
      select ${splits ? sql`is_member and ${selected}` : selected} as is_selected,
        ${ofFigures ? sql`${ofFigures.ref} as group_ref,` : sql``} figures.*
      from ${ofFigures?.relation ?? sql`figures`} as figures
      ${overlaps && added.isSorted ? sql`order by id` : sql``})`,
  ]
}

/** The orders of both windows, added up for each customer, and for each group where that is one of the order. */
function activityCte(frame: Frame, { ofOrder }: Grouping, added: AddedUp): SQL {
  if (!ofOrder) return sql`activity as (${sumOfOrders(frame, added)})`
  const { ref, join, alone } = ofOrder
  const byGroup = { columns: sql`, ${ref} as order_group`, join, groups: sql`, ${ref}` }
  if (!alone) return sql`activity as (${sumOfOrders(frame, added, byGroup)})`
  const areAlone = sql`${orders.customerId} in (${alone})`
  const ofOthers = { ...BY_CUSTOMER, columns: sql`, null::uuid as order_group` }
  return sql`
    activity as (
      ${sumOfOrders(frame, added, ofOthers, sql`not (${areAlone})`)}
      union all ${sumOfOrders(frame, added, byGroup, areAlone)})`
}

type By = { columns: SQL; join: SQL; groups: SQL }
const BY_CUSTOMER: By = { columns: sql``, join: sql``, groups: sql`` }

function sumOfOrders(frame: Frame, added: AddedUp, by = BY_CUSTOMER, whose = EVERYWHERE): SQL {
  const { window, previous } = frame
  const during = sql`${orders.orderedAt} >= ${window.from}::timestamptz`
  const before = previous && sql`${orders.orderedAt} < ${previous.to}::timestamptz`
  return sql`
    select ${orders.customerId} as customer_id, ${added.orders(during)}, ${previousFigures(before)} ${by.columns}
    from ${orders} ${by.join}
    where ${read(frame)} and ${asked(frame)} and ${whose}
    group by ${orders.customerId} ${by.groups}`
}

function figuresCte(frame: Frame, grouping: Grouping, added: AddedUp): SQL {
  const isWhole = Boolean(grouping.belonging?.registered)
  const activity = sql`${isWhole ? sql`join` : sql`left join`} ${placed(grouping)} as parts on parts.customer_id = ${customers.id}`
  return figuresOf(frame, grouping, activity, isWhole ? EVERYWHERE : registeredHere(frame), added)
}

/** The figures of each customer that is `here`, with the orders of `activity`, as `parts`. */
function figuresOf(frame: Frame, { ofPlaced, ofFigures }: Grouping, activity: SQL, here: SQL, added: AddedUp): SQL {
  return sql`
    figures as (
      select parts.last_order_at is not null as is_active, ${ofPlaced ?? customers.groupId} as ${ofPlaced ? sql`group_ref` : sql`group_id`},
        coalesce(parts.revenue_minor, 0) as revenue_minor, ${customers.id}, parts.last_order_at,
        ${customers.firstCountedAt}, coalesce(${customers.firstCountedAt} >= ${frame.window.from}::timestamptz, false) as is_new,
        nullif(parts.previous_orders, 0) as previous_orders, parts.previous_revenue_minor, ${added.columns}
        ${ofFigures?.columns ? sql`, ${ofFigures.columns}` : sql``}
      from ${customers} ${activity}
      where ${isKnown(frame)} and ${here}
    )`
}

function isKnown({ window }: Frame): SQL {
  return sql`${customers.knownSince} < ${window.to}::timestamptz and ${customers.mergedIntoId} is null`
}

/** How many customers are registered, each once whatever groups it is in, as a SELECT. */
export function registeredCustomers(frame: Frame): SQL {
  return sql`select count(*) from ${customers} where ${isKnown(frame)} and ${registeredHere(frame)}`
}

/** What was added up, and a row without an order for each group that a customer belongs to all the same. */
function placed({ belonging }: Grouping): SQL {
  if (!belonging) return sql`activity`
  return sql`(select * from activity full join (${belonging.rows}) as belonging using (customer_id, order_group))`
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
  const isThere = sql`${isAmong(branchId, branchIds)} and ${knownSince} < ${window.to}::timestamptz`
  return sql`exists (select from ${customerBranches} where ${customerId} = ${customers.id} and ${isThere})`
}

/** Whether the `activity` filter selects a row. */
function selects(activity: Activity): SQL {
  const selections = {
    active: sql`is_active`,
    inactive: sql`not is_active`,
    all: sql`true`,
    not_back: sql`(not is_active and previous_orders > 0)`,
  } satisfies Record<Activity, SQL>
  return selections[activity]
}
