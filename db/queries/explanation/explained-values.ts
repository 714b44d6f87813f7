import { type SQL, sql } from 'drizzle-orm'
import { visitsChange } from '@/db/metrics'
import { bridgeSums, changesIn } from '@/db/queries/bridge-changes'
import { matchedFigures, selectedCte } from '@/db/queries/customer-list'
import { spreadOf } from '@/db/queries/group-spread'
import { groupRows, statsCtes, totalsOf } from '@/db/queries/group-stats'
import { seriesTotals } from '@/db/queries/groups-series'
import { topPercentOf } from '@/lib/customer-groups/explanation/figures'
import type { AskedFigure } from './asked-figure'

/** CTEs that `valuesOf` reads, over those of `peopleCtes`. */
export function valueCtes({ params, grouping, frame, place, part }: AskedFigure): SQL[] {
  if (part || place === 'bridge') return []
  return [...statsCtes(frame, params.activity, grouping), ...(place === 'group' ? [selectedCte(frame)] : [])]
}

/** The figures as the page's answers have them, as a JSON object. */
export function valuesOf({ params, grouping, frame, place, part }: AskedFigure): SQL {
  const of = (isThere: boolean, value: SQL) => (isThere ? sql`(${value})` : sql`null::json`)
  const matched = place === 'customer' ? sql`select ${customerFigures} from people` : matchedFigures
  const bridge = sql`
    select to_json(sums) from (select ${bridgeSums} from ${changesIn(frame.groupRef, grouping)} as changed) as sums`
  const isOfGroup = place === 'group' || place === 'list' || place === 'customer'
  const isMedian = params.figure === 'median_orders' || params.figure === 'median_revenue'
  const isOfSpread = isMedian || topPercentOf(params.figure) !== null
  return sql`json_build_object(
    'groups', ${of(isOfGroup, groupRows(frame, grouping))},
    'totals', ${of(place === 'totals', totalsOf(params.activity, grouping))},
    'matched', ${of(place === 'list' || place === 'customer', matched)},
    'spread', ${of(place === 'group' && isOfSpread, spreadOf(frame))},
    'series', ${of(part !== null, seriesFigures(part?.number ?? 0, frame.groupRef, grouping))},
    'bridge', ${of(place === 'bridge', bridge)})`
}

/** The same as those of a list, of one customer. */
const customerFigures = sql`json_build_object('customers', 1, 'total_orders', total_orders, 'service_orders', service_orders,
  'sales_orders', sales_orders, 'consultation_orders', consultation_orders, 'completed_orders', completed_orders,
  'revenue_minor', revenue_minor, 'visits_change_minor', coalesce(case when is_active then ${visitsChange} end, 0),
  'previous_orders', coalesce(previous_orders, 0), 'previous_revenue_minor', coalesce(previous_revenue_minor, 0))`

function seriesFigures(number: number, groupRef: string | null, grouping: AskedFigure['grouping']): SQL {
  const rows = groupRef === null ? seriesTotals(grouping) : sql`select * from series where group_ref = ${groupRef}`
  return sql`select to_json(one) from (${rows}) as one where bucket = ${number}::int`
}
