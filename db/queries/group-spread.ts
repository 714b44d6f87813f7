import { type SQL, sql } from 'drizzle-orm'
import { halfUp } from '@/db/metrics'
import { TOP_PERCENTS } from '@/lib/definitions'
import type { Frame } from './frame'

/** How many customers the best so many per cent of `active_count` are: a begun one counts. */
const bestCount = (percent: number | undefined) => sql`((active_count * ${percent}::int + 99) / 100)`

/** Whether a customer of a `place` by revenue is among the best so many per cent of `active_count`. */
export const isAmongBest = (percent: number | undefined) => sql`place <= ${bestCount(percent)}`

/**
 * How the figures of a group are spread over its selected customers, as one JSON object over `selected`: both medians, in
 * tenths and in hundredths of major units, and what the best active customers brought, in minor units. These have the first
 * of all `revenues`: who is not active brought nothing, and nobody less.
 */
export function spreadOf({ currencyDigits }: Frame): SQL {
  const minorPerMajor = sql.raw(String(10 ** currencyDigits))
  // The one in the middle twice, or the two there: the first of an array is 1.
  const twiceMedian = sql`(revenues[(customers + 1) / 2] + revenues[customers / 2 + 1])`
  const top = TOP_PERCENTS.map(
    (
      percent,
    ) => sql`json_build_object('percent', ${percent}::int, 'customers', ${bestCount(percent)}, 'revenue_minor', (
      select coalesce(sum(revenue), 0) from unnest(revenues[:${bestCount(percent)}]) as revenue))`,
  )
  return sql`
    select json_build_object('median_orders_tenths', twice_median_orders * 5,
      'median_revenue_hundredths', ${halfUp(sql`${twiceMedian} * 100`, sql`2 * ${minorPerMajor}`)},
      'top', json_build_array(${sql.join(top, sql`, `)}))
    from (
      select count(*) as customers, count(*) filter (where is_active) as active_count,
        array_agg(revenue_minor order by revenue_minor desc) as revenues,
        (2 * percentile_cont(0.5) within group (order by total_orders))::bigint as twice_median_orders
      from selected
    ) as spread`
}
