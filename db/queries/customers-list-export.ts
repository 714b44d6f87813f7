import { type SQL, sql } from 'drizzle-orm'
import type pg from 'pg'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import { createDatabase } from '@/db/client'
import { countedFigures } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches, customerGroups } from '@/db/schema/reference'
import type { CustomersParams } from '@/lib/customers/list'
import { customerMatches, customersFrame, customersOrder } from './customers-matching'
import type { Frame } from './frame'
import { localTime } from './local-days'
import { type OpenRows, openRows } from './open-rows'
import { wholeText } from './row-values'
import { withVisible } from './visible-records'

const exportRow = z.object({
  external_id: z.string().nullable(),
  full_name: z.string(),
  organization_name: z.string().nullable(),
  group: z.string(),
  group_name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  branch: z.string(),
  registered_at: z.string(),
  last_order_date: z.string().nullable(),
  total_orders: wholeText,
  revenue_minor: wholeText,
})
/** A customer of an export: amounts in minor units, times on the business's clock as 2026-03-31 23:15:00. */
export type ListedCustomerRow = z.output<typeof exportRow>

/** Opens all customers that match, in the list's order. Throws what `getCustomersPage` throws. */
export async function openCustomersListExport(
  pool: pg.Pool,
  scope: Scope,
  params: CustomersParams,
): Promise<OpenRows<ListedCustomerRow> & { frame: Frame }> {
  const frame = await customersFrame(createDatabase(pool), scope, params)
  return { frame, ...(await openRows(pool, exportStatement(frame, params), exportRow)) }
}

function exportStatement(frame: Frame, params: CustomersParams): SQL {
  const figures = sql`
    figures as (
      select ${orders.customerId} as customer_id, ${countedFigures} from ${orders} group by ${orders.customerId})`
  return sql`
    ${withVisible(frame.visibleBranchIds, [figures])}
    select ${customers.externalId}, ${customers.fullName}, ${customers.organizationName}, ${customerGroups.key} as "group",
      ${customerGroups.name} as group_name, ${customers.phone}, ${customers.email}, ${branches.code} as branch,
      ${localTime(customers.registeredAt, frame.timeZone)} as registered_at,
      ${localTime(customers.lastCountedAt, frame.timeZone)} as last_order_date,
      coalesce(figures.total_orders, 0) as total_orders, coalesce(figures.revenue_minor, 0) as revenue_minor
    from ${customers}
    join ${customerGroups} on ${customerGroups.id} = ${customers.groupId}
    join ${branches} on ${branches.id} = ${customers.homeBranchId}
    left join figures on figures.customer_id = ${customers.id}
    where ${customerMatches(frame, params)}
    order by ${customersOrder(params, sql`${customers}`)}`
}
