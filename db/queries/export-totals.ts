import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import type { ExportTotals } from '@/lib/customer-groups/export-contract'
import type { ExportParams } from '@/lib/customer-groups/params'
import { toMajor } from '@/lib/money'
import { matchesCte, selectedCte } from './customer-list'
import { type Frame, resolveFrame } from './frame'
import { groupingOf } from './groupings/grouping-of'
import { shownMembersCtes } from './members'
import { whole } from './row-values'
import { withVisible } from './visible-records'

/** The totals of an export as they are read, amounts in minor units. */
export const exportTotalsRow = z.object({
  rows: whole,
  customers: whole,
  total_orders: whole,
  service_orders: whole,
  sales_orders: whole,
  consultation_orders: whole,
  completed_orders: whole,
  revenue_minor: whole,
  previous_orders: whole,
  previous_revenue_minor: whole,
})
type ExportTotalsRow = z.output<typeof exportTotalsRow>

/** What everything in `matches` adds up to, as a SELECT of one JSON object. */
export const exportTotals = sql`
  select json_build_object('rows', count(*), 'customers', count(distinct id),
    'total_orders', coalesce(sum(total_orders), 0), 'service_orders', coalesce(sum(service_orders), 0),
    'sales_orders', coalesce(sum(sales_orders), 0), 'consultation_orders', coalesce(sum(consultation_orders), 0),
    'completed_orders', coalesce(sum(completed_orders), 0), 'revenue_minor', coalesce(sum(revenue_minor), 0),
    'previous_orders', coalesce(sum(previous_orders), 0),
    'previous_revenue_minor', coalesce(sum(previous_revenue_minor), 0)) as totals
  from matches`

/** The totals as the contract has them. */
export function toExportTotals(row: ExportTotalsRow, { currencyDigits, previous }: Frame): ExportTotals {
  const { revenue_minor, previous_orders, previous_revenue_minor, ...counts } = row
  return {
    ...counts,
    revenue: toMajor(revenue_minor, currencyDigits),
    previous_orders: previous && previous_orders,
    previous_revenue: previous && toMajor(previous_revenue_minor, currencyDigits),
  }
}

/** What an export of these parameters adds up to now, without its rows. Throws what `openCustomerExport` throws. */
export async function getExportTotals(
  db: Database,
  scope: Scope,
  params: ExportParams,
): Promise<{ frame: Frame; totals: ExportTotals }> {
  const frame = await resolveFrame(db, scope, params)
  const members = shownMembersCtes(frame, params.activity, groupingOf(frame, params), true)
  const { rows } = await db.execute(
    sql`${withVisible(frame.visibleBranchIds, [...members, selectedCte(frame), matchesCte(frame, params)])} ${exportTotals}`,
  )
  return { frame, totals: toExportTotals(exportTotalsRow.parse(rows[0]?.totals), frame) }
}
