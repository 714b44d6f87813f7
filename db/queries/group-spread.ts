import { type SQL, sql } from 'drizzle-orm'
import { halfUp } from '@/db/metrics'
import { TOP_PERCENTS } from '@/lib/definitions'
import type { Frame } from './frame'

/** Whether a customer of a `place` by revenue is among the best so many per cent of `active_count`. */
export const isAmongBest = (percent: number | undefined) => sql`place <= (active_count * ${percent}::int + 99) / 100`

/** The best active customers of `selected`, by revenue, as a CTE `ranked`, with how many are active. */
export const rankedCte = sql`ranked as (
  select revenue_minor, place, active_count
  from (
    select revenue_minor, row_number() over (order by revenue_minor desc) as place, count(*) over () as active_count
    from selected where is_active
  ) as active
  where ${isAmongBest(TOP_PERCENTS.at(-1))})`

/**
 * How the figures of a group are spread over its selected customers, as one JSON object over `selected` and
 * `ranked`: both medians, in tenths and in hundredths of major units, and what the best customers brought, in minor units.
 */
export function spreadOf({ currencyDigits }: Frame): SQL {
  const minorPerMajor = sql.raw(String(10 ** currencyDigits))
  const revenue = halfUp(sql`${twiceMedian(sql`revenue_minor`)} * 100`, sql`2 * ${minorPerMajor}`)
  return sql`
    select json_build_object('median_orders_tenths', ${twiceMedian(sql`total_orders`)} * 5,
      'median_revenue_hundredths', ${revenue}, 'top', (${topShares()}))
    from selected`
}

/** Half of a sum of two whole numbers is exact in binary; doubled it is whole again, to be rounded once. */
function twiceMedian(figure: SQL): SQL {
  return sql`(2 * percentile_cont(0.5) within group (order by ${figure}))::bigint`
}

function topShares(): SQL {
  const shares = TOP_PERCENTS.map(
    (percent) => sql`json_build_object('percent', ${percent}::int,
      'customers', count(*) filter (where ${isAmongBest(percent)}),
      'revenue_minor', coalesce(sum(revenue_minor) filter (where ${isAmongBest(percent)}), 0))`,
  )
  return sql`select json_build_array(${sql.join(shares, sql`, `)}) from ranked`
}
