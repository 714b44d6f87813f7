import { type SQL, sql } from 'drizzle-orm'
import type pg from 'pg'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import { createDatabase } from '@/db/client'
import { customers } from '@/db/schema/customers'
import type { ExportParams } from '@/lib/customer-groups/contract'
import { listedColumns, listOrder, matchesCte } from './customer-list'
import { type Frame, resolveFrame } from './frame'
import { groupingOf } from './groupings/grouping-of'
import { visitOf } from './list-filters'
import { localTime } from './local-days'
import { membersCtes } from './members'
import { type OpenRows, openRows } from './open-rows'
import { wholeText } from './row-values'
import { withVisible } from './visible-records'

const exportRow = z.object({
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
})
/** A customer of an export: amounts in minor units, times on the business's clock as 2026-03-31 23:15:00. */
export type ExportRow = z.output<typeof exportRow>

/** An open export: what it is of, and its rows. */
export type CustomerExport = OpenRows<ExportRow> & { frame: Frame }

/**
 * Opens the list of everything that matches, never only a page, in the list's order, on a connection of its own and from
 * one snapshot. Throws what `getCustomerGroups` throws.
 */
export async function openCustomerExport(pool: pg.Pool, scope: Scope, params: ExportParams): Promise<CustomerExport> {
  const frame = await resolveFrame(createDatabase(pool), scope, params)
  return { frame, ...(await openRows(pool, exportStatement(frame, params), exportRow)) }
}

function exportStatement(frame: Frame, params: ExportParams): SQL {
  const local = (at: SQL) => localTime(at, frame.timeZone)
  const grouping = groupingOf(frame, params)
  return sql`
    ${withVisible(frame.visibleBranchIds, [...membersCtes(frame, params.activity, grouping), matchesCte(frame, params)])}
    select listed.key as "group", listed.name as group_name, ${listedColumns},
      ${local(sql`page.registered_at`)} as registered_at, page.total_orders, page.service_orders, page.sales_orders,
      page.consultation_orders, page.completed_orders, page.revenue_minor, ${local(sql`page.last_order_at`)} as last_order_date,
      ${visitOf(sql`page`, frame.previous)} as visit, page.previous_orders, page.previous_revenue_minor
    from matches as page
    join ${customers} on ${customers.id} = page.id
    join (${grouping.groups}) as listed on listed.ref = page.group_ref
    order by ${listOrder(params)}, listed.position, listed.key`
}
