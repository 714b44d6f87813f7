import { type SQL, sql } from 'drizzle-orm'
import type pg from 'pg'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import { createDatabase } from '@/db/client'
import { customers, vehicles } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches, customerGroups } from '@/db/schema/reference'
import type { ListTotals } from '@/lib/list-export'
import type { OrdersExportParams } from '@/lib/orders/list'
import type { Frame } from './frame'
import { listTotalsRow, ordersTotals, toListTotals } from './list-totals'
import { exactUtcTime, localTime, utcTime } from './local-days'
import { type OpenRows, openRows, readAhead } from './open-rows'
import { orderMatches, ordersFrame, ordersOrder } from './orders-matching'
import { wholeText } from './row-values'
import { withVisibleOrders } from './visible-records'

const exportRow = z.object({
  id: z.uuid(),
  external_id: z.string(),
  customer_external_id: z.string(),
  full_name: z.string(),
  group: z.string(),
  type: z.string(),
  status: z.string(),
  branch: z.string(),
  branch_name: z.string(),
  amount_minor: wholeText,
  ordered_at: z.string(),
  ordered_at_utc: z.string(),
  plate: z.string().nullable(),
  description: z.string().nullable(),
  source: z.string(),
  entered_at: z.string(),
  /** Of all rows, told by the first. */
  totals: listTotalsRow.nullable(),
})
/**
 * An order of an export: amounts in minor units, times on the business's clock as 2026-03-31 23:15:00, in JSON in UTC. The
 * external ids are the own ones where there are none.
 */
export type ListedOrderRow = z.output<typeof exportRow>

export type OrdersListExport = OpenRows<ListedOrderRow> & { frame: Frame; totals: ListTotals }

const NOTHING = { rows: 0, total_orders: 0, revenue_minor: 0, amount_minor: 0 }

/** Opens all orders that match, in the list's order, rows and totals from one snapshot. Throws what `getOrdersPage` throws. */
export async function openOrdersListExport(
  pool: pg.Pool,
  scope: Scope,
  params: OrdersExportParams,
): Promise<OrdersListExport> {
  const frame = await ordersFrame(createDatabase(pool), scope, params)
  const { first, ...rows } = await readAhead(await openRows(pool, exportStatement(frame, params), exportRow))
  return { frame, totals: toListTotals(first?.totals ?? NOTHING, frame), ...rows }
}

function exportStatement(frame: Frame, params: OrdersExportParams): SQL {
  const time = (at: SQL) => (params.format === 'json' ? utcTime(at) : localTime(at, frame.timeZone))
  const order = ordersOrder(params, sql`${orders}`)
  return sql`
    ${withVisibleOrders(frame.visibleBranchIds, [])}
    select ${orders.id}, coalesce(${orders.externalId}, ${orders.id}::text) as external_id,
      coalesce(${customers.externalId}, ${customers.id}::text) as customer_external_id, ${customers.fullName},
      ${customerGroups.key} as "group", ${orders.type}, ${orders.status}, ${branches.code} as branch,
      ${branches.name} as branch_name, ${orders.amountMinor}, ${time(sql`${orders.orderedAt}`)} as ordered_at,
      ${exactUtcTime(orders.orderedAt)} as ordered_at_utc, ${vehicles.plate}, ${orders.description}, ${orders.source},
      ${time(sql`${orders.createdAt}`)} as entered_at,
      case when row_number() over (order by ${order}) = 1 then (${ordersTotals(frame, params)}) end as totals
    from ${orders}
    join ${customers} on ${customers.id} = ${orders.customerId}
    join ${customerGroups} on ${customerGroups.id} = ${customers.groupId}
    join ${branches} on ${branches.id} = ${orders.branchId}
    left join ${vehicles} on ${vehicles.customerId} = ${orders.customerId} and ${vehicles.id} = ${orders.vehicleId}
    where ${orderMatches(frame, params)}
    order by ${order}`
}
