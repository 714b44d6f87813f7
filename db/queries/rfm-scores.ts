import { type SQL, sql } from 'drizzle-orm'
import { wholeDays } from '@/db/whole-days'
import {
  BUYERS_FOR_QUINTILES,
  FIXED_ORDERS,
  FIXED_RECENCY_DAYS,
  FIXED_REVENUE_QUARTERS,
} from '@/lib/customer-groups/rfm'
import type { Frame } from './frame'

type Until = { window: Pick<Frame['window'], 'to'> }

/**
 * CTEs that end in `rfm`, with one row for each row of `source`, a relation with `id, is_active, total_orders,
 * revenue_minor, last_order_at`: `customer_id, recency_days, r, f, m, segment, fixed, next_recency_days, next_orders,
 * next_revenue_minor`. Before it `rfm_cuts`, one row, says how many `buyers` there are and whether bands are `fixed`.
 *
 * A value scores 1, and one more for each of four cuts that it exceeds. Quintiles by `1 + floor(5 (rank - 1) / n)` come to
 * the same with the smallest values that at least one, two, three and four fifths of all do not exceed.
 */
export function rfmCte(frame: Until, source: SQL): SQL {
  return sql`
    rfm_buyers as (
      select id, total_orders, revenue_minor, ${wholeDays(sql`last_order_at`, sql`${frame.window.to}::timestamptz`)} as recency_days
      from ${source} where is_active
    ),
    rfm_cuts as (${cuts}),
    rfm_scores as (${scores}),
    rfm as (${placements(source)})`
}

const FIFTHS = sql`array[0.2, 0.4, 0.6, 0.8]`

/** Recency is turned round, so that of every value more is better. */
const cuts = sql`
  select buyers, fixed,
    case when fixed then array[${sql.join(
      FIXED_RECENCY_DAYS.map((last) => sql`${-last - 1}::int`),
      sql`, `,
    )}] else recency_fifths end as r_cuts,
    case when fixed then array[${sql.join(
      FIXED_ORDERS.map((orders) => sql`${orders}::bigint`),
      sql`, `,
    )}] else orders_fifths end as f_cuts,
    case when fixed then array[${sql.join(FIXED_REVENUE_QUARTERS.map(revenueCut), sql`, `)}] else revenue_fifths end as m_cuts
  from (
    select count(*) as buyers, count(*) < ${BUYERS_FOR_QUINTILES} as fixed, sum(revenue_minor) as revenue,
      percentile_disc(${FIFTHS}) within group (order by -recency_days) as recency_fifths,
      percentile_disc(${FIFTHS}) within group (order by total_orders) as orders_fifths,
      percentile_disc(${FIFTHS}) within group (order by revenue_minor) as revenue_fifths
    from rfm_buyers
  ) as bought`

/** The highest amount below so many quarters of the average, `revenue / buyers`, exactly; where nobody paid, 0. */
function revenueCut(quarters: number): SQL {
  return sql`greatest(div(${quarters}::numeric * revenue - 1, 4 * buyers), 0)::bigint`
}

/** How many of the sorted cuts are smaller than a whole number is how many are not above the number before it. */
const scores = sql`
  select id, recency_days,
    1 + width_bucket(-recency_days - 1, r_cuts) as r,
    1 + width_bucket(total_orders - 1, f_cuts) as f,
    1 + width_bucket(revenue_minor - 1, m_cuts) as m
  from rfm_buyers cross join rfm_cuts`

/**
 * The segment, recency against the mean of the other two scores, rounded half up (`segmentOf` of `db/testing/rfm-forms.ts`
 * has it independently), and the values from which on a score is higher.
 */
function placements(source: SQL): SQL {
  const often = sql`(f + m + 1) / 2 >= 4`
  return sql`
    select placed.id as customer_id, recency_days, r, f, m,
      case when r is null then 'no_order'
        when r >= 4 then case when ${often} then 'champions' else 'promising' end
        when r = 3 then case when ${often} then 'loyal' else 'needs_attention' end
        else case when ${often} then 'at_risk' else 'hibernating' end end as segment,
      fixed,
      case when r_cuts[r] < 0 then -r_cuts[r] - 1 end as next_recency_days,
      f_cuts[f] + 1 as next_orders, m_cuts[m] + 1 as next_revenue_minor
    from ${source} as placed
    left join rfm_scores on rfm_scores.id = placed.id
    cross join rfm_cuts`
}
