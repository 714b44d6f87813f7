import { type SQL, sql } from 'drizzle-orm'
import type pg from 'pg'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import { createDatabase } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { branches, customerGroups } from '@/db/schema/reference'
import type { CustomersExportParams } from '@/lib/customers/list'
import type { ListTotals } from '@/lib/list-export'
import { customerMatches, customersFrame, customersOrder } from './customers-matching'
import type { Frame } from './frame'
import { customersTotals, lifetimeFigures, listTotalsRow, toListTotals } from './list-totals'
import { exactUtcTime, localTime, utcTime } from './local-days'
import { type OpenRows, openRows, readAhead } from './open-rows'
import { wholeText } from './row-values'
import { withVisible } from './visible-records'

const exportRow = z.object({
  id: z.uuid(),
  external_id: z.string(),
  full_name: z.string(),
  organization_name: z.string().nullable(),
  group: z.string(),
  group_name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  branch: z.string(),
  branch_name: z.string(),
  registered_at: z.string(),
  last_order_date: z.string().nullable(),
  total_orders: wholeText,
  revenue_minor: wholeText,
  set_branch: z.string().nullable(),
  set_registered_at_utc: z.string().nullable(),
  entered_at_utc: z.string(),
  /** Of all rows, told by the first. */
  totals: listTotalsRow.nullable(),
})
/**
 * A customer of an export: amounts in minor units, times on the business's clock as 2026-03-31 23:15:00, in JSON in UTC. The
 * external id is the own one where there is none.
 */
export type ListedCustomerRow = z.output<typeof exportRow>

export type CustomersListExport = OpenRows<ListedCustomerRow> & { frame: Frame; totals: ListTotals }

const NOTHING = { rows: 0, total_orders: 0, revenue_minor: 0, amount_minor: null }

/**
 * Opens all customers that match, in the list's order, rows and totals from one snapshot. Throws what `getCustomersPage`
 * throws.
 */
export async function openCustomersListExport(
  pool: pg.Pool,
  scope: Scope,
  params: CustomersExportParams,
): Promise<CustomersListExport> {
  const frame = await customersFrame(createDatabase(pool), scope, params)
  const { first, ...rows } = await readAhead(await openRows(pool, exportStatement(frame, params), exportRow))
  return { frame, totals: toListTotals(first?.totals ?? NOTHING, frame), ...rows }
}

function exportStatement(frame: Frame, params: CustomersExportParams): SQL {
  const time = (at: SQL) => (params.format === 'json' ? utcTime(at) : localTime(at, frame.timeZone))
  const order = customersOrder(params, sql`${customers}`)
  return sql`
    ${withVisible(frame.visibleBranchIds, [lifetimeFigures])}
    select ${customers.id}, coalesce(${customers.externalId}, ${customers.id}::text) as external_id, ${customers.fullName},
      ${customers.organizationName}, ${customerGroups.key} as "group", ${customerGroups.name} as group_name,
      ${customers.phone}, ${customers.email}, ${branches.code} as branch, ${branches.name} as branch_name,
      ${time(sql`${customers.registeredAt}`)} as registered_at, ${time(sql`${customers.lastCountedAt}`)} as last_order_date,
      coalesce(figures.total_orders, 0) as total_orders, coalesce(figures.revenue_minor, 0) as revenue_minor,
      case when ${customers.homeBranchExplicit} then ${branches.code} end as set_branch,
      case when ${customers.registeredAtExplicit} then ${exactUtcTime(customers.registeredAt)} end as set_registered_at_utc,
      ${exactUtcTime(customers.createdAt)} as entered_at_utc,
      case when row_number() over (order by ${order}) = 1 then (${customersTotals(frame, params)}) end as totals
    from ${customers}
    join ${customerGroups} on ${customerGroups.id} = ${customers.groupId}
    join ${branches} on ${branches.id} = ${customers.homeBranchId}
    left join figures on figures.customer_id = ${customers.id}
    where ${customerMatches(frame, params)}
    order by ${order}`
}
