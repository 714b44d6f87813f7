import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { orders } from '@/db/schema/orders'

/**
 * The definitions behind every figure, in SQL, but periods, which are `db/period-window.ts`; `docs/metrics.md` says them
 * in words. Nothing else restates them.
 * An instant is a `timestamptz`, a local time a `timestamp` on the business's clock.
 */

/** A counted order is one that is not cancelled. */
export const counted = sql<boolean>`${orders.status} <> 'cancelled'`

/** Half-open: an order at `from` is inside, one at `to` is not. */
export function inWindow(from: string | SQLWrapper, to: string | SQLWrapper): SQL<boolean> {
  return sql<boolean>`(${orders.orderedAt} >= ${from}::timestamptz and ${orders.orderedAt} < ${to}::timestamptz)`
}

/** Which orders each figure counts, whatever the window: the types partition the counted ones. */
export const countedBy = {
  total_orders: counted,
  service_orders: sql<boolean>`${counted} and ${orders.type} = 'service'`,
  sales_orders: sql<boolean>`${counted} and ${orders.type} = 'sales'`,
  consultation_orders: sql<boolean>`${counted} and ${orders.type} = 'consultation'`,
  completed_orders: sql<boolean>`${orders.status} = 'completed'`,
  cancelled_orders: sql<boolean>`${orders.status} = 'cancelled'`,
}

/**
 * The figures of the orders that fulfil `during`, as columns: whole numbers, the latest counted order or null, revenue in
 * minor units (below 2^53, or more, and then refused at the edge).
 */
export function orderFigures(during: SQL): SQL {
  return sql`
    count(*) filter (where ${during} and ${countedBy.service_orders}) as service_orders,
    count(*) filter (where ${during} and ${countedBy.sales_orders}) as sales_orders,
    count(*) filter (where ${during} and ${countedBy.consultation_orders}) as consultation_orders,
    count(*) filter (where ${during} and ${countedBy.completed_orders}) as completed_orders,
    count(*) filter (where ${during} and ${countedBy.cancelled_orders}) as cancelled_orders, ${revenueAndLast(during)}`
}

/** Of these figures only what tells of visits, the counted orders as `total_orders`: whoever needs no more adds up no more. */
export function visitFigures(during: SQL): SQL {
  return sql`count(*) filter (where ${during} and ${counted}) as total_orders, ${revenueAndLast(during)}`
}

/**
 * The latest is looked for in the order of time, so that PostgreSQL reads the orders customer by customer from an index:
 * hashing hundreds of thousands takes half as long again.
 */
function revenueAndLast(during: SQL): SQL {
  const figures = sql`${during} and ${counted}`
  return sql`coalesce(${revenue(figures)}, 0) as revenue_minor,
    max(${orders.orderedAt} order by ${orders.orderedAt}) filter (where ${figures}) as last_order_at`
}

/** All counted orders, from the columns of `orderFigures`: the types partition them, so that nothing is counted twice over. */
export const totalOrders = sql`(service_orders + sales_orders + consultation_orders)`

/**
 * The sum of the amounts of the orders that fulfil `counting`. Whole numbers below 2^53 are exact as floating point, and
 * a sum that has gone beyond never comes back; `sum(bigint)` makes a numeric for each customer, which is slower.
 */
function revenue(counting: SQL): SQL {
  return sql`(sum(${orders.amountMinor}::float8) filter (where ${counting}))::bigint`
}

/** The counted orders and their revenue in minor units, as columns `total_orders, revenue_minor`, whatever the time. */
export const countedFigures = sql`count(*) filter (where ${counted}) as total_orders,
  coalesce(sum(${orders.amountMinor}) filter (where ${counted}), 0)::bigint as revenue_minor`

/** Orders by type and their revenue in minor units, as columns, of orders that are all counted. */
export const countedByType = sql`
  count(*) filter (where ${orders.type} = 'service') as service_orders,
  count(*) filter (where ${orders.type} = 'sales') as sales_orders,
  count(*) filter (where ${orders.type} = 'consultation') as consultation_orders,
  ${revenue(sql`true`)} as revenue_minor`

/** The orders and revenue of the orders that fulfil `during`, to compare with; none at all where nothing is compared. */
export function previousFigures(during: SQL | null): SQL {
  if (during === null) return sql`null::bigint as previous_orders, null::bigint as previous_revenue_minor`
  const figures = sql`${during} and ${counted}`
  return sql`count(*) filter (where ${figures}) as previous_orders, ${revenue(figures)} as previous_revenue_minor`
}

/**
 * How much of a customer's change of revenue comes from how often it came, in minor units: the orders more or fewer, at
 * what an order brought before. The rest is what its orders bring now. A decomposition of a product into its factors'
 * changes, the first at the old value of the other (Laspeyres), so that both add up to the change.
 */
export const visitsChange = (() => {
  // The casts say that it is of whole numbers: the quotient of a numeric is none.
  const [more, before] = [sql`(total_orders - previous_orders)::bigint`, sql`nullif(previous_orders, 0)::bigint`]
  const revenueBefore = sql`previous_revenue_minor::bigint`
  // Rounded half away from zero, of a revenue that is never below it. What does not divide is multiplied apart: exact in
  // whole numbers, where a numeric for each customer takes a tenth of a bridge longer.
  const rest = sql`(2 * abs(${more}) * (${revenueBefore} % ${before}) + ${before}) / (2 * ${before})`
  return sql`(${more} * (${revenueBefore} / ${before}) + sign(${more})::bigint * (${rest}))`
})()

/**
 * `numerator / denominator` rounded half up to a whole number, exactly; null where the denominator is 0. Asked for
 * tenths or hundredths, the numerator is scaled first: a quotient cut to 16 digits and then rounded would round twice.
 */
export function halfUp(numerator: SQLWrapper, denominator: SQLWrapper): SQL<number | null> {
  return sql<
    number | null
  >`div(2 * (${numerator})::numeric + (${denominator}), nullif(2 * (${denominator})::numeric, 0))`
}

/**
 * The instant of a local time in a zone. One that occurs twice (clocks going back) means the first, one that does not
 * exist is read with the offset before the change; plain `AT TIME ZONE` takes the second of two.
 */
export function instantOf(local: SQLWrapper, zone: SQLWrapper): SQL {
  const plain = sql`(${local} at time zone ${zone})`
  return sql`coalesce(
    (select min(u) from (values (${plain}), (${plain} - interval '30 minutes'), (${plain} - interval '60 minutes')) as near(u)
     where u at time zone ${zone} = ${local}),
    ${plain})`
}

/**
 * The last `count` calendar months of a zone's clock, up to the one in which the half-open window that ends at `to` ends,
 * as columns `month` (its first local day), `from` and `to`; the last month ends at `to`.
 */
export function monthsUpTo(to: SQLWrapper, zone: SQLWrapper, count: number): SQL {
  const next = sql`(first_day + interval '1 month')`
  return sql`
    select first_day::date as month, ${instantOf(sql`first_day`, zone)} as "from", least(${instantOf(next, zone)}, ${to}) as "to"
    from (select date_trunc('month', (${to} - interval '1 millisecond') at time zone ${zone}) as last_day_one) as clock,
      generate_series(last_day_one - make_interval(months => ${count - 1}::int), last_day_one, interval '1 month') as first_day`
}
