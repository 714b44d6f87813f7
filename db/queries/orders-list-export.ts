import { type SQL, sql } from 'drizzle-orm'
import type pg from 'pg'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import { createDatabase } from '@/db/client'
import { customers, vehicles } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches, customerGroups } from '@/db/schema/reference'
import type { OrdersParams } from '@/lib/orders/list'
import type { Frame } from './frame'
import { localTime } from './local-days'
import { type OpenRows, openRows } from './open-rows'
import { orderMatches, ordersFrame, ordersOrder } from './orders-matching'
import { wholeText } from './row-values'
import { withVisibleOrders } from './visible-records'

const exportRow = z.object({
  external_id: z.string().nullable(),
  customer_external_id: z.string().nullable(),
  full_name: z.string(),
  group: z.string(),
  type: z.string(),
  status: z.string(),
  branch: z.string(),
  amount_minor: wholeText,
  ordered_at: z.string(),
  plate: z.string().nullable(),
  description: z.string().nullable(),
  source: z.string(),
  created_at: z.string(),
})
/** An order of an export: amounts in minor units, times on the business's clock as 2026-03-31 23:15:00. */
export type ListedOrderRow = z.output<typeof exportRow>

/** Opens all orders that match, in the list's order. Throws what `getOrdersPage` throws. */
export async function openOrdersListExport(
  pool: pg.Pool,
  scope: Scope,
  params: OrdersParams,
): Promise<OpenRows<ListedOrderRow> & { frame: Frame }> {
  const frame = await ordersFrame(createDatabase(pool), scope, params)
  return { frame, ...(await openRows(pool, exportStatement(frame, params), exportRow)) }
}

function exportStatement(frame: Frame, params: OrdersParams): SQL {
  return sql`
    ${withVisibleOrders(frame.visibleBranchIds, [])}
    select ${orders.externalId}, ${customers.externalId} as customer_external_id, ${customers.fullName},
      ${customerGroups.key} as "group", ${orders.type}, ${orders.status}, ${branches.code} as branch, ${orders.amountMinor},
      ${localTime(orders.orderedAt, frame.timeZone)} as ordered_at, ${vehicles.plate}, ${orders.description}, ${orders.source},
      ${localTime(orders.createdAt, frame.timeZone)} as created_at
    from ${orders}
    join ${customers} on ${customers.id} = ${orders.customerId}
    join ${customerGroups} on ${customerGroups.id} = ${customers.groupId}
    join ${branches} on ${branches.id} = ${orders.branchId}
    left join ${vehicles} on ${vehicles.customerId} = ${orders.customerId} and ${vehicles.id} = ${orders.vehicleId}
    where ${orderMatches(frame, params)}
    order by ${ordersOrder(params, sql`${orders}`)}`
}
