import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { countedFigures } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import type { CustomersParams } from '@/lib/customers/list'
import type { ListTotals } from '@/lib/list-export'
import { toMajor } from '@/lib/money'
import type { OrdersParams } from '@/lib/orders/list'
import { customerMatches, customersFrame } from './customers-matching'
import type { Frame } from './frame'
import { orderMatches, ordersFrame } from './orders-matching'
import { whole } from './row-values'
import { withVisible, withVisibleOrders } from './visible-records'

/** The totals as they are read, amounts in minor units. */
export const listTotalsRow = z.object({
  rows: whole,
  total_orders: whole,
  revenue_minor: whole,
  amount_minor: whole.nullable(),
})

/** The counted orders of each customer whenever they were, as the CTE `figures`. */
export const lifetimeFigures = sql`
  figures as (
    select ${orders.customerId} as customer_id, ${countedFigures} from ${orders} group by ${orders.customerId})`

/** What the customers that match add up to, as a SELECT of one JSON object; it reads `lifetimeFigures`. */
export function customersTotals(frame: Frame, params: CustomersParams): SQL {
  return sql`
    select json_build_object('rows', count(*), 'total_orders', coalesce(sum(figures.total_orders), 0),
      'revenue_minor', coalesce(sum(figures.revenue_minor), 0), 'amount_minor', null) as totals
    from ${customers} left join figures on figures.customer_id = ${customers.id}
    where ${customerMatches(frame, params)}`
}

/** What the orders that match add up to, as a SELECT of one JSON object. */
export function ordersTotals(frame: Frame, params: OrdersParams): SQL {
  return sql`
    select json_build_object('rows', rows, 'total_orders', total_orders, 'revenue_minor', revenue_minor,
      'amount_minor', amount_minor) as totals
    from (
      select count(*) as rows, ${countedFigures}, coalesce(sum(${orders.amountMinor}), 0) as amount_minor
      from ${orders} where ${orderMatches(frame, params)}
    ) as figures`
}

/** The totals as the contract has them. */
export function toListTotals(row: z.output<typeof listTotalsRow>, { currencyDigits }: Frame): ListTotals {
  const { rows, total_orders, revenue_minor, amount_minor } = row
  const major = (minor: number) => toMajor(minor, currencyDigits)
  return {
    rows,
    total_orders,
    revenue: major(revenue_minor),
    amount: amount_minor === null ? null : major(amount_minor),
  }
}

/** What an export of the list of customers adds up to now. Throws what `getCustomersPage` throws. */
export async function getCustomersTotals(db: Database, scope: Scope, params: CustomersParams) {
  const frame = await customersFrame(db, scope, params)
  return read(
    db,
    frame,
    sql`${withVisible(frame.visibleBranchIds, [lifetimeFigures])} ${customersTotals(frame, params)}`,
  )
}

/** What an export of the list of orders adds up to now. Throws what `getOrdersPage` throws. */
export async function getOrdersTotals(db: Database, scope: Scope, params: OrdersParams) {
  const frame = await ordersFrame(db, scope, params)
  return read(db, frame, sql`${withVisibleOrders(frame.visibleBranchIds, [])} ${ordersTotals(frame, params)}`)
}

async function read(db: Database, frame: Frame, statement: SQL): Promise<{ frame: Frame; totals: ListTotals }> {
  const { rows } = await db.execute(statement)
  return { frame, totals: toListTotals(listTotalsRow.parse(rows[0]?.totals), frame) }
}
