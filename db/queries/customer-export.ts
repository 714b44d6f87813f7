import { type SQL, sql } from 'drizzle-orm'
import type pg from 'pg'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import { createDatabase } from '@/db/client'
import { customers } from '@/db/schema/customers'
import type { ExportTotals } from '@/lib/customer-groups/export-contract'
import type { ExportParams } from '@/lib/customer-groups/params'
import { listedColumns, listOrder, matchesCte, selectedCte } from './customer-list'
import { exportTotals, exportTotalsRow, toExportTotals } from './export-totals'
import { type Frame, resolveFrame } from './frame'
import type { Grouping } from './groupings/grouping'
import { groupingOf } from './groupings/grouping-of'
import { visitOf } from './list-filters'
import { localTime, utcTime } from './local-days'
import { shownMembersCtes } from './members'
import { type OpenRows, openRows, readAhead } from './open-rows'
import { wholeText } from './row-values'
import { withVisible } from './visible-records'

const exportRow = z.object({
  id: z.uuid(),
  group: z.string(),
  group_name: z.string(),
  external_id: z.string().nullable(),
  full_name: z.string(),
  organization_name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  registered_at: z.string(),
  total_orders: wholeText,
  service_orders: wholeText,
  sales_orders: wholeText,
  consultation_orders: wholeText,
  completed_orders: wholeText,
  revenue_minor: wholeText,
  last_order_date: z.string().nullable(),
  visit: z.string().nullable(),
  previous_orders: wholeText.nullable(),
  previous_revenue_minor: wholeText.nullable(),
  /** Of all rows, told by the first. */
  totals: exportTotalsRow.nullable(),
})
/**
 * A customer of an export: amounts in minor units, times on the business's clock as 2026-03-31 23:15:00, in JSON as
 * instants in UTC.
 */
export type ExportRow = z.output<typeof exportRow>

/** An open export: what it is of, what it adds up to, and its rows. */
export type CustomerExport = OpenRows<ExportRow> & { frame: Frame; grouping: Grouping; totals: ExportTotals }

/**
 * Opens the list of everything that matches, never only a page, in the list's order, on a connection of its own. Rows and
 * totals are from one statement and so from one snapshot. Throws what `getCustomerGroups` throws.
 */
export async function openCustomerExport(pool: pg.Pool, scope: Scope, params: ExportParams): Promise<CustomerExport> {
  const frame = await resolveFrame(createDatabase(pool), scope, params)
  const grouping = groupingOf(frame, params)
  const { first, ...rows } = await readAhead(await openRows(pool, exportStatement(frame, params, grouping), exportRow))
  return { frame, grouping, totals: toExportTotals(first?.totals ?? NOTHING, frame), ...rows }
}

const NOTHING = exportTotalsRow.parse(Object.fromEntries(Object.keys(exportTotalsRow.shape).map((name) => [name, 0])))

function exportStatement(frame: Frame, params: ExportParams, grouping: Grouping): SQL {
  const time = (at: SQL) => (params.format === 'json' ? utcTime(at) : localTime(at, frame.timeZone))
  const order = sql`${listOrder(params)}, listed.position, listed.key`
  return sql`
    ${withVisible(frame.visibleBranchIds, [...shownMembersCtes(frame, params.activity, grouping, true), selectedCte(frame), matchesCte(frame, params)])}
    select page.id, listed.key as "group", listed.name as group_name, ${listedColumns},
      ${time(sql`page.registered_at`)} as registered_at, page.total_orders, page.service_orders, page.sales_orders,
      page.consultation_orders, page.completed_orders, page.revenue_minor, ${time(sql`page.last_order_at`)} as last_order_date,
      ${visitOf(sql`page`, frame.previous)} as visit, page.previous_orders, page.previous_revenue_minor,
      case when row_number() over (order by ${order}) = 1 then (${exportTotals}) end as totals
    from matches as page
    join ${customers} on ${customers.id} = page.id
    join (${grouping.groups}) as listed on listed.ref = page.group_ref
    order by ${order}`
}
