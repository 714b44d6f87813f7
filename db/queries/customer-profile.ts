import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { counted, inWindow, monthsUpTo, orderFigures, totalOrders } from '@/db/metrics'
import { vehicles } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches } from '@/db/schema/reference'
import { refusedParameter } from '@/lib/customer-groups/search-params'
import { type CustomerProfile, PROFILE_MONTHS, type ProfileParams } from '@/lib/customers/contract'
import { toMeta } from './answer-meta'
import { customerOf } from './customer-profile-identity'
import { profileRow, toMonthFigures, toProfileFigures, toProfileOrder } from './customer-profile-rows'
import { type Frame, resolveFrame } from './frame'
import { asked } from './order-filters'
import { withVisibleAmong } from './visible-records'

/**
 * A customer with its vehicles and notes, its figures in the asked period, over its life and month by month, and a page
 * of its orders, all from one statement; null where there is no such customer or the caller may not see it. Throws RequestError 400 for an
 * unknown branch or a page that is not there, 403 for a branch outside the scope.
 */
export async function getCustomerProfile(
  db: Database,
  scope: Scope,
  id: string,
  params: ProfileParams,
): Promise<CustomerProfile | null> {
  if (!z.uuid().safeParse(id).success) return null
  const frame = await resolveFrame(db, scope, { ...params, group: 'all', q: '' })
  const { rows } = await db.execute(profileStatement(frame, id, params))
  const row = profileRow.parse(rows[0]?.profile)
  if (row.customer === null) return null
  const skipped = (params.page - 1) * params.page_size
  if (skipped > 0 && skipped >= row.order_count) throw refusedParameter('page', 'is beyond the last page')
  const digits = frame.currencyDigits
  return {
    customer: row.customer,
    figures: { in_period: toProfileFigures(row.in_period, digits), lifetime: toProfileFigures(row.lifetime, digits) },
    months: row.months.map((month) => toMonthFigures(month, digits)),
    orders: {
      page: { number: params.page, size: params.page_size, total: row.order_count },
      rows: row.orders.map((order) => toProfileOrder(order, digits)),
    },
    period: params.period,
    meta: toMeta(frame, params),
  }
}

function profileStatement(frame: Frame, id: string, params: ProfileParams): SQL {
  const own = sql`${orders.customerId} = ${id} and ${orders.orderedAt} < ${frame.window.to}::timestamptz`
  const inPeriod = sql`${inWindow(frame.window.from, frame.window.to)} and ${asked(frame)}`
  const figures = sql`select ${orderFigures(sql`true`)}, min(${orders.orderedAt}) filter (where ${counted}) as first_order_at from ${orders}`
  const asJson = sql`select to_jsonb(f) || jsonb_build_object('total_orders', ${totalOrders})`
  return sql`
    ${withVisibleAmong(frame.visibleBranchIds, sql`select ${id}::uuid as id`, [])}
    select json_build_object(
      'customer', (${customerOf(id)}),
      'in_period', (${asJson} from (${figures} where ${own} and ${inPeriod}) as f),
      'lifetime', (${asJson} from (${figures} where ${own}) as f),
      'months', (${months(frame, own)}),
      'order_count', (select count(*) from ${orders} where ${own}),
      'orders', (${pageOfOrders(own, inPeriod, params)})
    ) as profile`
}

/** Orders over time: the filters hold, the period does not. */
function months(frame: Frame, own: SQL): SQL {
  const begun = monthsUpTo(sql`${frame.window.to}::timestamptz`, sql`${frame.timeZone}::text`, PROFILE_MONTHS)
  const during = inWindow(sql`m."from"`, sql`m."to"`)
  return sql`
    select json_agg(json_build_object('month', to_char(m.month, 'YYYY-MM'), 'total_orders', ${totalOrders},
      'revenue_minor', f.revenue_minor) order by m.month)
    from (${begun}) as m
    cross join lateral (select ${orderFigures(sql`true`)} from ${orders} where ${own} and ${asked(frame)} and ${during}) as f`
}

function pageOfOrders(own: SQL, inPeriod: SQL, params: ProfileParams): SQL {
  return sql`
    select coalesce(json_agg(listed), '[]') from (
      select ${orders.id}, ${orders.externalId}, ${orders.orderedAt}, ${orders.type}, ${orders.status}, ${orders.source},
        ${orders.amountMinor}, ${orders.description}, ${vehicles.plate}, ${inPeriod} as in_period,
        json_build_object('code', ${branches.code}, 'name', ${branches.name}) as branch
      from ${orders} join ${branches} on ${branches.id} = ${orders.branchId}
      left join ${vehicles} on ${vehicles.customerId} = ${orders.customerId} and ${vehicles.id} = ${orders.vehicleId}
      where ${own}
      order by ${orders.orderedAt} desc, ${orders.id} desc
      limit ${params.page_size} offset ${(params.page - 1) * params.page_size}
    ) as listed`
}
