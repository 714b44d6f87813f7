import { type SQL, sql } from 'drizzle-orm'
import { wholeDays } from '@/db/whole-days'
import {
  BUYERS_FOR_QUINTILES,
  FIXED_ORDERS,
  FIXED_RECENCY_DAYS,
  FIXED_REVENUE_QUARTERS,
} from '@/lib/customer-groups/rfm'
import type { Frame } from './frame'
import { onceForEachRow } from './once-for-each-row'

type Until = { window: Pick<Frame['window'], 'to'> }

/**
 * CTEs that end in `rfm`: the rows and columns of `source`, a relation with `is_active, total_orders, revenue_minor,
 * last_order_at`, and `recency_days, r, f, m, segment`. Before it `rfm_cuts`, one row, says how many `buyers` there are
 * and whether bands are `fixed`.
 *
 * A value scores 1, and one more for each of four cuts that it exceeds. Quintiles by `1 + floor(5 (rank - 1) / n)` come to
 * the same with the smallest values that at least one, two, three and four fifths of all do not exceed.
 */
export function rfmCte(frame: Until, source: SQL): SQL {
  const recencyDays = wholeDays(sql`last_order_at`, sql`${frame.window.to}::timestamptz`)
  return sql`
    rfm_cuts as (${cuts(sql`select total_orders, revenue_minor, ${recencyDays} as recency_days from ${source} where is_active`)}),
    rfm as (
      select *, ${SEGMENT} as segment
      from (
        select *, ${scored(sql`-recency_days`, sql`r_cuts`)} as r, ${scored(sql`total_orders`, sql`f_cuts`)} as f,
          ${scored(sql`revenue_minor`, sql`m_cuts`)} as m
        from (select *, case when is_active then ${recencyDays} end as recency_days from ${source}) as bought
        ${onceForEachRow}
      ) as scores)`
}

/** How many of the sorted cuts are smaller than a whole number is how many are not above the number before it. */
function scored(value: SQL, cuts: SQL): SQL {
  return sql`case when is_active then 1 + width_bucket(${value} - 1, (select ${cuts} from rfm_cuts)) end`
}

/**
 * The segment, recency against the mean of the other two scores, rounded half up (`segmentOf` of `db/testing/rfm-forms.ts`
 * has it independently).
 */
const SEGMENT = (() => {
  const often = sql`(f + m + 1) / 2 >= 4`
  return sql`case when r is null then 'no_order'
    when r >= 4 then case when ${often} then 'champions' else 'promising' end
    when r = 3 then case when ${often} then 'loyal' else 'needs_attention' end
    else case when ${often} then 'at_risk' else 'hibernating' end end`
})()

/** The values from which on a score of a row of `rfm` is higher, as columns; null where there is no better one. */
export function nextValues(row: SQL): SQL {
  return sql`
    select fixed, case when r_cuts[${row}.r] < 0 then -r_cuts[${row}.r] - 1 end as next_recency_days,
      f_cuts[${row}.f] + 1 as next_orders, m_cuts[${row}.m] + 1 as next_revenue_minor
    from rfm_cuts`
}

const FIFTHS = sql`array[0.2, 0.4, 0.6, 0.8]`

/** Recency is turned round, so that of every value more is better. */
const cuts = (buyers: SQL) => sql`
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
    from (${buyers}) as buyers
  ) as bought`

/** The highest amount below so many quarters of the average, `revenue / buyers`, exactly; where nobody paid, 0. */
function revenueCut(quarters: number): SQL {
  return sql`greatest(div(${quarters}::numeric * revenue - 1, 4 * buyers), 0)::bigint`
}
