import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { countedFigures } from '@/db/metrics'
import { customers, vehicles } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches } from '@/db/schema/reference'
import { toMajor } from '@/lib/money'
import { DESCRIPTION_CUT, listedOrderSchema, type OrdersPage, type OrdersParams } from '@/lib/orders/list'
import type { Frame } from './frame'
import { orderMatches, ordersFrame, ordersOrder } from './orders-matching'
import { pageOf } from './page-of'
import { instant, whole } from './row-values'
import { withVisibleOrders } from './visible-records'

const orderRow = listedOrderSchema
  .omit({ amount: true })
  .extend({ amount_minor: whole, ordered_at: instant, created_at: instant })
const figuresRow = z.object({ total: whole, total_orders: whole, revenue_minor: whole })
const pageRow = z.object({ figures: figuresRow, orders: z.array(orderRow) })

/**
 * A page of the orders that the caller may see, with the figures of all that match, from one statement. A page beyond the
 * last has no rows. Throws RequestError 400 for an unknown group or branch, 403 for a branch outside the scope.
 */
export async function getOrdersPage(db: Database, scope: Scope, params: OrdersParams): Promise<OrdersPage> {
  const frame = await ordersFrame(db, scope, params)
  const { rows } = await db.execute(pageStatement(frame, params))
  const { figures, orders: listed } = pageRow.parse(rows[0]?.list)
  const digits = frame.currencyDigits
  return {
    page: { number: params.page, size: params.page_size, total: figures.total },
    counted: { total_orders: figures.total_orders, revenue: toMajor(figures.revenue_minor, digits) },
    orders: listed.map(({ amount_minor, ...row }) => ({ ...row, amount: toMajor(amount_minor, digits) })),
  }
}

/** A search reads every order, so it is done once for the figures and the page; without one each reads its own index. */
function pageStatement(frame: Frame, params: OrdersParams): SQL {
  const once = frame.search === null ? sql`not materialized` : sql`materialized`
  const listed = sql`listed as ${once} (
    select ${orders.customerId}, ${orders.id}, ${orders.status}, ${orders.amountMinor}, ${orders.orderedAt}, ${orders.createdAt}
    from ${orders} where ${orderMatches(frame, params)})`
  const figures = sql`counted_rows as materialized (select count(*) as total, ${countedFigures} from listed as orders)`
  return sql`
    ${withVisibleOrders(frame.visibleBranchIds, [listed, figures])}
    select json_build_object('figures', (select to_json(f) from counted_rows as f), 'orders', (${listedRows(params)})) as list`
}

/** What is shown is fetched for the rows of the page alone. */
function listedRows(params: OrdersParams): SQL {
  const page = sql`page`
  return sql`
    select coalesce(json_agg(shown), '[]') from (
      select ${orders.id}, ${orders.externalId}, ${orders.type}, ${orders.status}, ${orders.source}, ${orders.amountMinor},
        ${orders.orderedAt}, ${orders.createdAt}, left(${orders.description}, ${DESCRIPTION_CUT}) as description, ${vehicles.plate},
        json_build_object('id', ${customers.id}, 'full_name', ${customers.fullName}) as customer,
        json_build_object('code', ${branches.code}, 'name', ${branches.name}) as branch
      from (
        ${pageOf(params, (opposite) => ordersOrder(params, page, opposite))}
      ) as page
      join ${orders} on ${orders.customerId} = page.customer_id and ${orders.id} = page.id
      join ${customers} on ${customers.id} = page.customer_id
      join ${branches} on ${branches.id} = ${orders.branchId}
      left join ${vehicles} on ${vehicles.customerId} = page.customer_id and ${vehicles.id} = ${orders.vehicleId}
      order by ${ordersOrder(params, page)}
    ) as shown`
}
