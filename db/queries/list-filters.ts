import { type SQL, sql } from 'drizzle-orm'
import { instantOf } from '@/db/metrics'
import { vehicles } from '@/db/schema/customers'
import type { GroupsParams } from '@/lib/customer-groups/contract'
import type { Visit } from '@/lib/definitions'
import type { Frame } from './frame'

export type ListFilters = Pick<
  GroupsParams,
  'min_orders' | 'revenue_from' | 'revenue_to' | 'last_order_before' | 'visits' | 'vehicle'
>

/** Whether a row of `members` passes the filters of the list; they never touch the group's own figures. */
export function passesFilters({ currencyDigits, timeZone }: Frame, filters: ListFilters): SQL {
  const { min_orders, revenue_from, revenue_to, last_order_before, visits } = filters
  const minor = (amount: string) => sql`${amount}::numeric * ${10 ** currencyDigits}::numeric`
  const begin = instantOf(sql`${last_order_before}::timestamp`, sql`${timeZone}::text`)
  const conditions = [
    min_orders === undefined ? null : sql`members.total_orders >= ${min_orders}`,
    revenue_from === undefined ? null : sql`members.revenue_minor >= ${minor(revenue_from)}`,
    revenue_to === undefined ? null : sql`members.revenue_minor <= ${minor(revenue_to)}`,
    // Who has no order in the window has none on that day or later either.
    last_order_before === undefined ? null : sql`coalesce(members.last_order_at < (select ${begin}), true)`,
    visits === 'all' ? null : VISITED[visits],
    VEHICLE[filters.vehicle],
  ].filter((condition) => condition !== null)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

const VISITED = {
  new: sql`(is_active and is_new)`,
  returning: sql`(is_active and not is_new)`,
  resurrected: sql`(is_active and not is_new and previous_orders is null)`,
  continued: sql`(is_active and not is_new and previous_orders > 0)`,
} satisfies Record<Visit, SQL>

/** How the customer of a row came to be active, as text; null where it is not. */
export function visitOf(row: SQL): SQL {
  return sql`case when ${row}.is_active then
    case when ${row}.is_new then 'new' when ${row}.previous_orders > 0 then 'continued' else 'resurrected' end end`
}

const hasVehicle = sql`exists (
  select from ${vehicles} where ${vehicles.customerId} = members.id and ${vehicles.retiredAt} is null)`

const VEHICLE = {
  all: null,
  with: hasVehicle,
  without: sql`not ${hasVehicle}`,
} satisfies Record<GroupsParams['vehicle'], SQL | null>
