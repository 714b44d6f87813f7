import { type SQL, sql } from 'drizzle-orm'
import { instantOf } from '@/db/metrics'
import { vehicles } from '@/db/schema/customers'
import type { GroupsParams } from '@/lib/customer-groups/params'
import type { Visit } from '@/lib/definitions'
import type { Frame } from './frame'

export type ListFilters = Pick<
  GroupsParams,
  'min_orders' | 'revenue_from' | 'revenue_to' | 'last_order_before' | 'visits' | 'vehicle'
>

/** Whether a row of `selected` passes the filters of the list; they never touch the group's own figures. Null where there are none. */
export function passesFilters({ currencyDigits, timeZone, previous }: Frame, filters: ListFilters): SQL | null {
  const { min_orders, revenue_from, revenue_to, last_order_before, visits } = filters
  const minor = (amount: string) => sql`${amount}::numeric * ${10 ** currencyDigits}::numeric`
  const begin = instantOf(sql`${last_order_before}::timestamp`, sql`${timeZone}::text`)
  const conditions = [
    min_orders === undefined ? null : sql`selected.total_orders >= ${min_orders}`,
    revenue_from === undefined ? null : sql`selected.revenue_minor >= ${minor(revenue_from)}`,
    revenue_to === undefined ? null : sql`selected.revenue_minor <= ${minor(revenue_to)}`,
    // Who has no order in the window has none on that day or later either.
    last_order_before === undefined ? null : sql`coalesce(selected.last_order_at < (select ${begin}), true)`,
    visits === 'all' ? null : sql`${visitOf(sql`selected`, previous)} in ${OF_VISIT[visits]}`,
    VEHICLE[filters.vehicle],
  ].filter((condition) => condition !== null)
  return conditions.length === 0 ? null : sql.join(conditions, sql` and `)
}

const OF_VISIT = {
  new: ['new'],
  returning: ['returning', 'resurrected', 'continued'],
  resurrected: ['resurrected'],
  continued: ['continued'],
} satisfies Record<Visit, Visit[]>

/**
 * How the customer of a row came to be active, as text; null where it is not. Who was away before and who was not is not
 * known where nothing is compared.
 */
export function visitOf(row: SQL, previous: Frame['previous']): SQL {
  const again =
    previous === null
      ? sql`'returning'`
      : sql`case when ${row}.previous_orders > 0 then 'continued' else 'resurrected' end`
  return sql`case when ${row}.is_active then case when ${row}.is_new then 'new' else ${again} end end`
}

const hasVehicle = sql`exists (
  select from ${vehicles} where ${vehicles.customerId} = selected.id and ${vehicles.retiredAt} is null)`

const VEHICLE = {
  all: null,
  with: hasVehicle,
  without: sql`not ${hasVehicle}`,
} satisfies Record<GroupsParams['vehicle'], SQL | null>
