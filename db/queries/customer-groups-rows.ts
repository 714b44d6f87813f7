import { z } from 'zod'
import type { GroupCustomer, GroupStats } from '@/lib/customer-groups/contract'
import { toMajor } from '@/lib/money'
import { instant, whole } from './row-values'

const customerFigures = { total_orders: whole, revenue_minor: whole }

/** One row of a list of customers: amounts in minor units. */
export const customerRow = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  full_name: z.string(),
  organization_name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  registered_at: instant,
  service_orders: whole,
  sales_orders: whole,
  consultation_orders: whole,
  completed_orders: whole,
  last_order_at: instant.nullable(),
  ...customerFigures,
})

const topCustomerRow = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  full_name: z.string(),
  phone: z.string().nullable(),
  last_order_at: instant,
  ...customerFigures,
})

const statsRow = z.object({
  customer_count: whole,
  active_count: whole,
  registered_count: whole,
  new_customers: whole,
  returning_customers: whole,
  total_orders: whole,
  service_orders: whole,
  sales_orders: whole,
  consultation_orders: whole,
  completed_orders: whole,
  cancelled_orders: whole,
  revenue_minor: whole,
})
const previousRow = z.object({ active_count: whole, total_orders: whole, revenue_minor: whole })

/** One group: figures are null where it has no members in the window. */
export const groupRow = z.object({
  key: z.string(),
  name: z.string(),
  stats: statsRow.nullable(),
  previous: previousRow.nullable(),
  avg_orders_tenths: whole.nullable(),
  avg_revenue_hundredths: whole.nullable(),
  top_customers: z.array(topCustomerRow),
})
export type GroupRow = z.output<typeof groupRow>

const NO_STATS: z.output<typeof statsRow> = {
  customer_count: 0,
  active_count: 0,
  registered_count: 0,
  new_customers: 0,
  returning_customers: 0,
  total_orders: 0,
  service_orders: 0,
  sales_orders: 0,
  consultation_orders: 0,
  completed_orders: 0,
  cancelled_orders: 0,
  revenue_minor: 0,
}
const NO_PREVIOUS: z.output<typeof previousRow> = { active_count: 0, total_orders: 0, revenue_minor: 0 }

/** A group as the contract has it; `digits` are the currency's. */
export function toStats(row: GroupRow, digits: number): GroupStats {
  const { revenue_minor, ...counts } = row.stats ?? NO_STATS
  const previous = row.previous ?? NO_PREVIOUS
  return {
    name: row.name,
    ...counts,
    total_revenue: toMajor(revenue_minor, digits),
    avg_orders: row.avg_orders_tenths === null ? null : toMajor(row.avg_orders_tenths, 1),
    avg_revenue: row.avg_revenue_hundredths === null ? null : toMajor(row.avg_revenue_hundredths, 2),
    top_customers: row.top_customers.map(({ revenue_minor: minor, last_order_at, ...customer }) => ({
      ...customer,
      revenue: toMajor(minor, digits),
      last_order_date: last_order_at,
    })),
    previous: {
      active_count: previous.active_count,
      total_orders: previous.total_orders,
      total_revenue: toMajor(previous.revenue_minor, digits),
    },
  }
}

/** A listed customer as the contract has it; `digits` are the currency's. */
export function toCustomer(row: z.output<typeof customerRow>, digits: number): GroupCustomer {
  const { revenue_minor, last_order_at, ...rest } = row
  return { ...rest, revenue: toMajor(revenue_minor, digits), last_order_date: last_order_at }
}
