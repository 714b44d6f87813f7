import { type SQL, sql } from 'drizzle-orm'
import { visitsChange } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { hasAmounts, topPercentOf } from '@/lib/customer-groups/explanation/figures'
import type { AskedFigure } from './asked-figure'
import { bridgeAmount, exceptions } from './left-out-customers'

/** The same CTEs for a figure of customers as `orderCtes` has for one of orders. */
export function customerCtes(asked: AskedFigure): SQL[] {
  const cases = exceptions(asked).map(({ reason, when }) => sql`when ${when} then ${reason}::text`)
  const reason = cases.length === 0 ? sql`null::text` : sql`case ${sql.join(cases, sql` `)} end`
  const side = asked.part ? sql.raw('came_in_part.') : sql.raw(asked.isPrevious ? 'previous_' : 'people.')
  const orderCount = asked.isPrevious ? sql`previous_orders` : sql`${side}total_orders`
  return [
    sql`judged_people as (
      select people.id, people.sort_name, coalesce(${orderCount}, 0) as orders,
        coalesce(${side}revenue_minor, 0) as revenue_minor, coalesce(previous_orders, 0) as previous_orders,
        coalesce(previous_revenue_minor, 0) as previous_revenue_minor, ${amountOf(asked)} as amount_minor, ${reason} as reason
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
function amountOf(asked: AskedFigure): SQL {
  if (asked.place === 'bridge') return bridgeAmount(asked).amount
  const { figure } = asked.params
  if (figure === 'visits_change') return visitsChange
  if (topPercentOf(figure) !== null) return sql`people.revenue_minor`
  if (figure !== 'value_change') return sql`null::bigint`
  return sql`people.revenue_minor - previous_revenue_minor - ${visitsChange}`
}

export const customerSums = sql`select count(*) as count, sum(amount_minor) as sum from counted_rows`

/** A page of the customers in the figure as a SELECT of a JSON array, the greatest first, whether it adds or takes away. */
export function customerPage({ params: { figure, page, page_size }, place }: AskedFigure): SQL {
  const greatest =
    figure === 'median_orders' ? sql`orders desc, revenue_minor desc` : sql`revenue_minor desc, orders desc`
  const order = sql`${hasAmounts(figure, place) ? sql`abs(amount_minor) desc,` : sql``} ${greatest}, sort_name, page.id`
  return sql`
    select coalesce(json_agg(json_build_object('id', page.id, 'external_id', ${customers.externalId},
        'full_name', ${customers.fullName}, 'orders', page.orders, 'revenue_minor', page.revenue_minor,
        'previous_orders', page.previous_orders, 'previous_revenue_minor', page.previous_revenue_minor,
        'amount_minor', page.amount_minor) order by ${sql`page.place`}), '[]')
    from (
      select *, row_number() over (order by ${order}) as place from counted_rows as page
      order by ${order} limit ${page_size} offset ${(page - 1) * page_size}
    ) as page
    join ${customers} on ${customers.id} = page.id`
}
