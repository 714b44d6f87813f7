import { type SQL, sql } from 'drizzle-orm'
import { counted, countedBy } from '@/db/metrics'
import { ofBranches, ofType } from '@/db/queries/order-filters'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches } from '@/db/schema/reference'
import type { ORDER_REASONS } from '@/lib/customer-groups/explanation/contract'
import { isHiddenBy, type OrderFigure } from '@/lib/customer-groups/explanation/figures'
import type { AskedFigure } from './asked-figure'

/** What an order has to fulfil to be in the figure, and why it is not in where it does not. */
type Condition = { reason: (typeof ORDER_REASONS)[number]; holds: SQL }

/** The conditions in the order in which the first that fails is the reason, which is that of `ORDER_REASONS`. */
function conditions({ frame, days, place, params, grouping, isPrevious }: AskedFigure, figure: OrderFigure) {
  const isHidden = place === 'group' || place === 'totals' ? isHiddenBy(params.activity, params.figure) : false
  const ofGroup = grouping.ofOrder && grouping.ofPlaced && frame.groupRef !== null
  return [
    place === 'list' && { reason: 'not_listed', holds: sql`${orders.customerId} in (select id from matches)` },
    { reason: 'before_the_beginning', holds: sql`${orders.orderedAt} >= ${days.from}::timestamptz` },
    { reason: 'after_the_end', holds: sql`${orders.orderedAt} < ${days.to}::timestamptz` },
    frame.branchIds && { reason: 'other_branch', holds: ofBranches(frame.branchIds) },
    ofGroup && { reason: 'other_group', holds: sql`${grouping.ofPlaced} = ${frame.groupRef}` },
    frame.orderType && { reason: 'other_type', holds: ofType(frame.orderType) },
    figure !== 'cancelled_orders' && { reason: 'cancelled', holds: counted },
    figure !== 'total_orders' && { reason: 'other_kind', holds: sql`(${countedBy[figure]})` },
    isHidden && !isPrevious && { reason: 'activity', holds: sql`false` },
  ].filter((condition): condition is Condition => Boolean(condition))
}

/**
 * The orders of `people` as CTEs: `counted_rows` are those in the figure, `judged` has how many have which reason, null
 * where they are in it. The rows are looked for by their conditions, for which there are indexes, and not by the reason.
 */
export function orderCtes(asked: AskedFigure, figure: OrderFigure): SQL[] {
  const needed = conditions(asked, figure)
  const cases = needed.map(({ reason, holds }) => sql`when not (${holds}) then ${reason}::text`)
  return [
    sql`counted_rows as not materialized (
      select ${orders.customerId}, ${orders.id}, ${orders.orderedAt}, ${orders.amountMinor}
      ${from(asked)} and ${sql.join(
        needed.map(({ holds }) => holds),
        sql` and `,
      )})`,
    sql`judged as (
      select reason, count(*) as count
      from (select case ${sql.join(cases, sql` `)} end as reason ${from(asked)}) as each_order
      group by reason)`,
  ]
}

/**
 * Every visible order of `people`, once. Those of one customer are found by an index. Otherwise who they are is looked up for
 * each order (not `in` alone, which becomes a join): a page then reads the latest orders of all until it is full.
 */
function from({ params: { customer }, grouping: { ofOrder } }: AskedFigure): SQL {
  const placed =
    ofOrder &&
    sql`
    join ${customers} on ${customers.id} = ${orders.customerId} ${ofOrder.join}
    cross join lateral (select ${ofOrder.ref} as order_group) as parts`
  return sql`
    from ${orders} ${placed ?? sql``}
    where ${customer === undefined ? isOfPeople : sql`${orders.customerId} = ${customer} and exists (select from people)`}`
}

const isOfPeople = sql`(${orders.customerId} in (select people.id from people)) is true`

export const orderSums = sql`select count(*) as count, coalesce(sum(amount_minor), 0) as sum from counted_rows`

/** A page of the orders in the figure, the latest first, as a SELECT of a JSON array. */
export function orderPage({ params: { page, page_size } }: AskedFigure): SQL {
  return sql`
    select coalesce(json_agg(json_build_object('id', ${orders.id}, 'external_id', ${orders.externalId},
        'ordered_at', ${orders.orderedAt}, 'type', ${orders.type}, 'status', ${orders.status}, 'branch', ${branches.name},
        'amount_minor', ${orders.amountMinor},
        'customer', json_build_object('id', ${customers.id}, 'full_name', ${customers.fullName}))
      order by page.ordered_at desc, page.id desc), '[]')
    from (
      select * from counted_rows order by ordered_at desc, id desc limit ${page_size} offset ${(page - 1) * page_size}
    ) as page
    join ${orders} on ${orders.customerId} = page.customer_id and ${orders.id} = page.id
    join ${customers} on ${customers.id} = page.customer_id
    join ${branches} on ${branches.id} = ${orders.branchId}`
}
