import { z } from 'zod'
import {
  type GroupCustomer,
  type GroupStats,
  groupCustomerSchema,
  groupStatsSchema,
  type Matched,
  matchedSchema,
  type Spread,
  topCustomerSchema,
} from '@/lib/customer-groups/contract'
import { TOP_PERCENTS } from '@/lib/definitions'
import { toMajor } from '@/lib/money'
import type { Frame } from './frame'
import { placementRow, toPlacement } from './placement-row'
import { instant, whole } from './row-values'

/** One row of a list of customers: amounts in minor units. */
export const customerRow = groupCustomerSchema
  .omit({ revenue: true, last_order_date: true, previous_revenue: true, visits_change: true, placement: true })
  .extend({
    registered_at: instant,
    revenue_minor: whole,
    last_order_at: instant.nullable(),
    previous_revenue_minor: whole.nullable(),
    visits_change_minor: whole.nullable(),
    placement: placementRow,
  })

const topCustomerRow = topCustomerSchema
  .omit({ revenue: true, last_order_date: true })
  .extend({ revenue_minor: whole, last_order_at: instant })

const statsRow = groupStatsSchema
  .omit({
    name: true,
    color: true,
    total_revenue: true,
    avg_orders: true,
    avg_revenue: true,
    top_customers: true,
    previous: true,
  })
  .extend({ revenue_minor: whole, previous_active_count: whole, previous_orders: whole, previous_revenue_minor: whole })

const NO_STATS = statsRow.parse(zeros(statsRow))

function zeros(row: z.ZodObject): Record<string, number> {
  return Object.fromEntries(Object.keys(row.shape).map((figure) => [figure, 0]))
}

/** One group; the averages are null where it has no customers. */
export const groupRow = z.object({
  key: z.string(),
  name: z.string(),
  color: z.int(),
  stats: statsRow.nullable().transform((row) => row ?? NO_STATS),
  avg_orders_tenths: whole.nullable(),
  avg_revenue_hundredths: whole.nullable(),
  top_customers: z.array(topCustomerRow),
})
export type GroupRow = z.output<typeof groupRow>

type ShownFrame = Pick<Frame, 'currencyDigits' | 'previous'>

/** A group as the contract has it. */
export function toStats(row: GroupRow, { currencyDigits: digits, previous }: ShownFrame): GroupStats {
  const { revenue_minor, previous_active_count, previous_orders, previous_revenue_minor, ...counts } = row.stats
  return {
    name: row.name,
    color: row.color,
    ...counts,
    total_revenue: toMajor(revenue_minor, digits),
    avg_orders: row.avg_orders_tenths === null ? null : toMajor(row.avg_orders_tenths, 1),
    avg_revenue: row.avg_revenue_hundredths === null ? null : toMajor(row.avg_revenue_hundredths, 2),
    top_customers: row.top_customers.map(({ revenue_minor: minor, last_order_at, ...customer }) => ({
      ...customer,
      revenue: toMajor(minor, digits),
      last_order_date: last_order_at,
    })),
    previous: previous && {
      active_count: previous_active_count,
      total_orders: previous_orders,
      total_revenue: toMajor(previous_revenue_minor, digits),
    },
  }
}

/** A listed customer as the contract has it; `digits` are the currency's. */
export function toCustomer(row: z.output<typeof customerRow>, frame: Frame): GroupCustomer {
  const { currencyDigits: digits, previous } = frame
  const {
    revenue_minor,
    last_order_at,
    previous_revenue_minor,
    previous_orders,
    visits_change_minor,
    placement,
    ...rest
  } = row
  return {
    ...rest,
    placement: toPlacement(placement, frame),
    revenue: toMajor(revenue_minor, digits),
    last_order_date: last_order_at,
    previous_orders: previous && (previous_orders ?? 0),
    previous_revenue: previous && toMajor(previous_revenue_minor ?? 0, digits),
    visits_change: visits_change_minor === null ? null : toMajor(visits_change_minor, digits),
  }
}

/** All groups together; counts, and amounts in minor units. */
export const totalsRow = z.object({
  customers: whole,
  active_count: whole,
  registered_count: whole,
  orders: whole,
  revenue_minor: whole,
  previous_customers: whole,
  previous_orders: whole,
  previous_revenue_minor: whole,
})

/** Everything that a list matches. */
export const matchedRow = matchedSchema
  .omit({ revenue: true, previous_revenue: true, visits_change: true })
  .extend({ revenue_minor: whole, previous_orders: whole, previous_revenue_minor: whole, visits_change_minor: whole })

export function toMatched(row: z.output<typeof matchedRow>, { currencyDigits: digits, previous }: ShownFrame): Matched {
  const { revenue_minor, previous_orders, previous_revenue_minor, visits_change_minor, ...counts } = row
  return {
    ...counts,
    revenue: toMajor(revenue_minor, digits),
    previous_orders: previous && previous_orders,
    previous_revenue: previous && toMajor(previous_revenue_minor, digits),
    visits_change: previous && toMajor(visits_change_minor, digits),
  }
}

/** How a group is spread: medians null where nobody is selected. */
export const spreadRow = z.object({
  median_orders_tenths: whole.nullable(),
  median_revenue_hundredths: whole.nullable(),
  top: z.array(z.object({ percent: z.literal(TOP_PERCENTS), customers: whole, revenue_minor: whole })),
})

export function toSpread(row: z.output<typeof spreadRow>, digits: number): Spread {
  const { median_orders_tenths: orders, median_revenue_hundredths: revenue } = row
  return {
    median_orders: orders === null ? null : toMajor(orders, 1),
    median_revenue: revenue === null ? null : toMajor(revenue, 2),
    top: row.top.map(({ revenue_minor, ...best }) => ({ ...best, revenue: toMajor(revenue_minor, digits) })),
  }
}
