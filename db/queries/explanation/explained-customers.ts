import { type SQL, sql } from 'drizzle-orm'
import { visitsChange } from '@/db/metrics'
import { isAmongBest } from '@/db/queries/group-spread'
import { customers } from '@/db/schema/customers'
import type { CUSTOMER_REASONS } from '@/lib/customer-groups/explanation/contract'
import { type ExplainedFigure, isHiddenBy, topPercentOf } from '@/lib/customer-groups/explanation/figures'
import type { Activity } from '@/lib/definitions'
import type { AskedFigure } from './asked-figure'

/** Why a customer is not in the figure, and when it is so. */
type Exception = { reason: (typeof CUSTOMER_REASONS)[number]; when: SQL }

const cameBefore = sql`coalesce(previous_orders, 0) > 0`

const NOT_ACTIVE: Exception[] = [
  { reason: 'only_cancelled', when: sql`not is_active and cancelled_orders > 0` },
  { reason: 'not_back', when: sql`not is_active and ${cameBefore}` },
  { reason: 'without_order', when: sql`not is_active` },
]

/** Whom the activity filter does not select: the counterpart of `selects` in `members.ts`. */
const NOT_SELECTED: Record<Activity, Exception[]> = {
  active: NOT_ACTIVE,
  inactive: [{ reason: 'active', when: sql`is_active` }],
  all: [],
  not_back: [
    { reason: 'active', when: sql`is_active` },
    { reason: 'without_order', when: sql`not ${cameBefore}` },
  ],
}

/** The exceptions in the order in which the first that applies is the reason. */
function exceptions(asked: AskedFigure): Exception[] {
  const { params, place, part, isPrevious } = asked
  const { figure, activity } = params
  if (isPrevious) return [{ reason: 'without_order', when: sql`not ${cameBefore}` }]
  if (part) return [...notInPart(), ...ofVisit(figure, sql`came_in_part.is_new`)]
  const notListed: Exception[] =
    place === 'list' ? [{ reason: 'not_listed', when: sql`people.id not in (select id from matches)` }] : []
  const percent = topPercentOf(figure)
  if (percent !== null)
    return [...NOT_SELECTED[activity], ...NOT_ACTIVE, { reason: 'not_best', when: sql`not ${isAmongBest(percent)}` }]
  switch (figure) {
    case 'registered_count':
      return []
    case 'active_count':
      return NOT_ACTIVE
    case 'new_customers':
    case 'returning_customers':
      return isHiddenBy(activity, figure)
        ? [{ reason: 'activity', when: sql`true` }]
        : [...NOT_ACTIVE, ...ofVisit(figure, sql`people.is_new`)]
    case 'visits_change':
    case 'value_change':
      return [{ reason: 'not_both', when: sql`not (is_active and ${cameBefore})` }, ...notListed]
    default:
      return [...NOT_SELECTED[activity], ...notListed]
  }
}

function notInPart(): Exception[] {
  const isAway = sql`came_in_part.customer_id is null`
  return [
    { reason: 'other_part', when: sql`${isAway} and is_active` },
    ...NOT_ACTIVE.map(({ reason, when }) => ({ reason, when: sql`${isAway} and ${when}` })),
  ]
}

function ofVisit(figure: ExplainedFigure, isNew: SQL): Exception[] {
  if (figure === 'new_customers') return [{ reason: 'returning', when: sql`not ${isNew}` }]
  return figure === 'returning_customers' ? [{ reason: 'new', when: isNew }] : []
}

/** The same CTEs for a figure of customers as `orderCtes` has for one of orders. */
export function customerCtes(asked: AskedFigure): SQL[] {
  const cases = exceptions(asked).map(({ reason, when }) => sql`when ${when} then ${reason}::text`)
  const reason = cases.length === 0 ? sql`null::text` : sql`case ${sql.join(cases, sql` `)} end`
  const side = asked.part ? sql.raw('came_in_part.') : sql.raw(asked.isPrevious ? 'previous_' : 'people.')
  const orderCount = asked.isPrevious ? sql`previous_orders` : sql`${side}total_orders`
  return [
    sql`judged_people as (
      select people.id, people.sort_name, coalesce(${orderCount}, 0) as orders,
        coalesce(${side}revenue_minor, 0) as revenue_minor, ${amountOf(asked.params.figure)} as amount_minor, ${reason} as reason
      from ${ranked(asked)} ${asked.part ? sql`left join came_in_part on came_in_part.customer_id = people.id` : sql``})`,
    sql`counted_rows as (select * from judged_people where reason is null)`,
    sql`judged as (select reason, count(*) as count from judged_people group by reason)`,
  ]
}

/** `people`, for a figure of the best with the place of each among those who are active, and how many these are. */
function ranked({ params: { figure } }: AskedFigure): SQL {
  if (topPercentOf(figure) === null) return sql`people`
  return sql`(select *, count(*) filter (where is_active) over () as active_count,
    row_number() over (order by is_active desc, revenue_minor desc, total_orders desc, sort_name, id) as place
    from people) as people`
}

/** What a customer brings to a figure that is a sum over customers, or to the numerator of a share. */
function amountOf(figure: ExplainedFigure): SQL {
  if (figure === 'visits_change') return visitsChange
  if (topPercentOf(figure) !== null) return sql`people.revenue_minor`
  if (figure !== 'value_change') return sql`null::bigint`
  return sql`people.revenue_minor - previous_revenue_minor - ${visitsChange}`
}

export const customerSums = sql`select count(*) as count, sum(amount_minor) as sum from counted_rows`

/** A page of the customers in the figure as a SELECT of a JSON array, the greatest first. */
export function customerPage({ params: { figure, page, page_size } }: AskedFigure): SQL {
  const greatest =
    figure === 'median_orders' ? sql`orders desc, revenue_minor desc` : sql`revenue_minor desc, orders desc`
  const order = sql`${greatest}, sort_name, page.id`
  return sql`
    select coalesce(json_agg(json_build_object('id', page.id, 'external_id', ${customers.externalId},
        'full_name', ${customers.fullName}, 'orders', page.orders, 'revenue_minor', page.revenue_minor,
        'amount_minor', page.amount_minor) order by ${sql`page.place`}), '[]')
    from (
      select *, row_number() over (order by ${order}) as place from counted_rows as page
      order by ${order} limit ${page_size} offset ${(page - 1) * page_size}
    ) as page
    join ${customers} on ${customers.id} = page.id`
}
