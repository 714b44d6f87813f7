import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { countedFigures } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches, customerGroups } from '@/db/schema/reference'
import { type CustomersPage, type CustomersParams, listedCustomerSchema } from '@/lib/customers/list'
import { toMajor } from '@/lib/money'
import { customerMatches, customersFrame, customersOrder } from './customers-matching'
import type { Frame } from './frame'
import { pageOf } from './page-of'
import { instant, whole } from './row-values'
import { homeBranchColumns, shownHomeBranch, withVisible } from './visible-records'

const customerRow = listedCustomerSchema
  .omit({ revenue: true })
  .extend({ revenue_minor: whole, registered_at: instant, last_order_date: instant.nullable() })
const pageRow = z.object({ total: whole, customers: z.array(customerRow) })

/**
 * A page of the customers that the caller may see, and how many match, from one statement. A page beyond the last has no
 * rows. Throws RequestError 400 for an unknown group or branch, 403 for a branch outside the scope.
 */
export async function getCustomersPage(db: Database, scope: Scope, params: CustomersParams): Promise<CustomersPage> {
  const frame = await customersFrame(db, scope, params)
  const { rows } = await db.execute(pageStatement(frame, params))
  const { total, customers: listed } = pageRow.parse(rows[0]?.list)
  return {
    page: { number: params.page, size: params.page_size, total },
    customers: listed.map(({ revenue_minor, ...row }) => ({
      ...row,
      revenue: toMajor(revenue_minor, frame.currencyDigits),
    })),
  }
}

/**
 * Whoever sees every branch has the two uses of `listed` each read its own index; what a limited caller sees is put
 * together once for both.
 */
function pageStatement(frame: Frame, params: CustomersParams): SQL {
  const once = frame.visibleBranchIds === null ? sql`not materialized` : sql`materialized`
  const listed = sql`listed as ${once} (
    select ${customers.id}, ${customers.externalId}, ${customers.fullName}, ${customers.organizationName}, ${customers.phone},
      ${customers.email}, ${customers.groupId}, ${customers.registeredAt}, ${customers.lastCountedAt}, ${customers.sortName},
      ${homeBranchColumns(frame.visibleBranchIds)}
    from ${customers} where ${customerMatches(frame, params)})`
  const total = sql`counted_rows as materialized (select count(*) as total from listed)`
  return sql`
    ${withVisible(frame.visibleBranchIds, [listed, total])}
    select json_build_object('total', (select total from counted_rows), 'customers', (${listedRows(frame, params)})) as list`
}

/** The figures are added up for the rows of the page alone. */
function listedRows(frame: Frame, params: CustomersParams): SQL {
  const page = sql`page`
  return sql`
    select coalesce(json_agg(shown), '[]') from (
      select page.id, page.external_id, page.full_name, page.organization_name, page.phone, page.email, page.registered_at,
        page.last_counted_at as last_order_date, figures.*,
        json_build_object('key', ${customerGroups.key}, 'name', ${customerGroups.name}, 'color', ${customerGroups.color}) as "group",
        json_build_object('code', ${branches.code}, 'name', ${branches.name}) as home_branch
      from (
        ${pageOf(params, (opposite) => customersOrder(params, page, opposite))}
      ) as page
      join ${customerGroups} on ${customerGroups.id} = page.group_id
      join ${branches} on ${branches.id} = ${shownHomeBranch(frame.visibleBranchIds, page)}
      cross join lateral (select ${countedFigures} from ${orders} where ${orders.customerId} = page.id) as figures
      order by ${customersOrder(params, page)}
    ) as shown`
}
