import { z } from 'zod'
import { toTotals } from '@/db/queries/customer-groups'
import {
  groupRow,
  matchedRow,
  spreadRow,
  toMatched,
  toSpread,
  toStats,
  totalsRow,
} from '@/db/queries/customer-groups-rows'
import { stepsRow, toSteps } from '@/db/queries/groups-bridge'
import { seriesRow, toFigures } from '@/db/queries/groups-series-rows'
import type { BridgeSteps } from '@/lib/customer-groups/bridge'
import type { GroupsAnswer, Matched, Spread } from '@/lib/customer-groups/contract'
import type { ExplainedFigure } from '@/lib/customer-groups/explanation/figures'
import { valueChange } from '@/lib/customer-groups/value-change'
import type { AskedFigure } from './asked-figure'

/** Figures by their names, as the page has them; amounts in major units. */
type Named = Partial<Record<ExplainedFigure, number | null>>

/**
 * The figures of a place, now and before, and the revenue of its group, of which its customers have shares; `best` is what
 * the best customers of the group bring, where it is asked for.
 */
export type Values = { period: Named; previous: Named | null; groupRevenue: number; best: Spread['top'] }

/** What `valuesOf` reads, which is what the page's own answers are read from. */
export const valuesRow = z.object({
  groups: z.array(groupRow).nullable(),
  totals: totalsRow.nullable(),
  matched: matchedRow.nullable(),
  spread: spreadRow.nullable(),
  series: seriesRow.nullable(),
  bridge: stepsRow.nullable(),
})
type ValuesRow = z.output<typeof valuesRow>

/** The values as the contracts have them; a part of the period in which nothing was has zeros. */
export function toValues(row: ValuesRow, { frame, params, part }: AskedFigure): Values {
  const digits = frame.currencyDigits
  const group = row.groups?.find(({ key }) => key === params.group)
  const stats = group && toStats(group, frame)
  const groupRevenue = stats?.total_revenue ?? 0
  const ofRevenue = { groupRevenue, best: [] }
  if (part) return { period: ofPart(row.series, digits), previous: null, ...ofRevenue }
  if (row.bridge) return { ...ofBridge(toSteps(row.bridge, digits)), ...ofRevenue }
  if (row.totals) return { ...ofTotals(toTotals(row.totals, frame)), ...ofRevenue }
  if (row.matched) {
    const { period, previous } = ofList(toMatched(row.matched, frame), digits)
    // Who was not active in both periods has no change that could be told apart, as in its row of the list.
    const isApart = params.customer !== undefined && !(period.total_orders && previous?.total_orders)
    const changes = isApart ? { visits_change: null, value_change: null } : {}
    return { period: { ...period, ...changes }, previous, ...ofRevenue }
  }
  const { top = [], ...medians } = (row.spread && toSpread(row.spread, digits)) ?? {}
  return { period: { ...stats, ...medians }, previous: stats?.previous ?? null, groupRevenue, best: top }
}

type Both = Pick<Values, 'period' | 'previous'>

function ofTotals({ customers, orders, revenue, previous, ...counts }: GroupsAnswer['totals']): Both {
  return {
    period: { ...counts, customer_count: customers, total_orders: orders, total_revenue: revenue },
    previous: previous && {
      active_count: previous.customers,
      total_orders: previous.orders,
      total_revenue: previous.revenue,
    },
  }
}

function ofList(matched: Matched, digits: number): Both {
  const { customers, revenue, previous_orders, previous_revenue, ...counts } = matched
  const value_change = valueChange(matched, digits)
  return {
    period: { ...counts, customer_count: customers, total_revenue: revenue, value_change },
    previous: { total_orders: previous_orders, total_revenue: previous_revenue },
  }
}

function ofBridge({ previous_revenue, stopped, new: newcomers, resurrected, continued, revenue }: BridgeSteps): Both {
  const { visits_change, value_change } = continued
  return {
    period: {
      total_revenue: revenue,
      stopped_change: stopped.change,
      new_change: newcomers.change,
      resurrected_change: resurrected.change,
      visits_change,
      value_change,
    },
    previous: { total_revenue: previous_revenue },
  }
}

function ofPart(row: ValuesRow['series'], digits: number): Named {
  const { revenue, active_customers, ...counts } = toFigures(row ? [{ ...row, bucket: 1 }] : [], 1, digits)
  const figures = { ...counts, total_revenue: revenue, active_count: active_customers }
  return Object.fromEntries(Object.entries(figures).map(([name, values]) => [name, values[0] ?? 0]))
}
