import { z } from 'zod'
import { PERIODS, TOP_PERCENTS, VISITS } from '@/lib/definitions'
import { isoInstant, money, orderCounts, pageSchema, whole } from '@/lib/figures'
import { groupsMetaSchema } from './answer-meta'
import { placementSchema } from './placement'

export const topCustomerSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  full_name: z.string(),
  phone: z.string().nullable(),
  total_orders: whole,
  revenue: money,
  last_order_date: isoInstant,
})

export const groupStatsSchema = z.object({
  name: z.string(),
  /** The number of its colour: `lib/group-colors.ts` has them. */
  color: z.int(),
  customer_count: whole,
  active_count: whole,
  registered_count: whole,
  new_customers: whole,
  returning_customers: whole,
  ...orderCounts,
  cancelled_orders: whole,
  total_revenue: money,
  avg_orders: z.number().nullable(),
  avg_revenue: z.number().nullable(),
  top_customers: z.array(topCustomerSchema),
  previous: z.object({ active_count: whole, total_orders: whole, total_revenue: money }).nullable(),
})
export type GroupStats = z.infer<typeof groupStatsSchema>

export const groupCustomerSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  full_name: z.string(),
  organization_name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  registered_at: isoInstant,
  ...orderCounts,
  revenue: money,
  last_order_date: isoInstant.nullable(),
  /** How it came to be active, null where it is not; `returning` where nothing is compared, so that no more is known. */
  visit: z.enum(VISITS).nullable(),
  previous_orders: whole.nullable(),
  previous_revenue: money.nullable(),
  /** How much of the change of revenue comes from how often the customer came; null where it was not active in both. */
  visits_change: z.number().nullable(),
  /** Why the customer is in the group: its values against what the group asks for. */
  placement: placementSchema,
})
export type GroupCustomer = z.infer<typeof groupCustomerSchema>

/** The figures of all customers that a list's search and filters match, not only of its page. */
export const matchedSchema = z.object({
  customers: whole,
  ...orderCounts,
  revenue: money,
  previous_orders: whole.nullable(),
  previous_revenue: money.nullable(),
  visits_change: z.number().nullable(),
})
export type Matched = z.infer<typeof matchedSchema>

/**
 * How a group's orders and revenue are spread over its customers: the medians of those selected, and what the best of the
 * active ones by revenue brought, who are so many per cent of them, rounded up.
 */
const spreadSchema = z.object({
  median_orders: z.number().nullable(),
  median_revenue: z.number().nullable(),
  top: z.array(z.object({ percent: z.literal(TOP_PERCENTS), customers: whole, revenue: money })),
})
export type Spread = z.infer<typeof spreadSchema>

export const groupDetailsSchema = z.object({
  stats: groupStatsSchema,
  spread: spreadSchema,
  matched: matchedSchema,
  page: pageSchema,
  customers: z.array(groupCustomerSchema),
})
export type GroupDetails = z.infer<typeof groupDetailsSchema>

/** How many buyers RFM scored, and whether by fixed bands, because they are too few for quintiles. */
export const scoringSchema = z.object({ buyers: whole, fixed: z.boolean() })

export const groupsAnswerSchema = z.object({
  success: z.literal(true),
  /** By key, in the order in which they are shown. */
  groups: z.record(z.string(), groupStatsSchema),
  /** Counted once each, also where a customer is in several groups. */
  totals: z.object({
    customers: whole,
    active_count: whole,
    registered_count: whole,
    orders: whole,
    revenue: money,
    previous: z.object({ customers: whole, orders: whole, revenue: money }).nullable(),
  }),
  group_details: groupDetailsSchema.nullable(),
  /** Orders of the period whose customer was of another type then than now; grouped by type alone. */
  moved: z.object({ customers: whole, orders: whole }).nullable(),
  /** Grouped by RFM segment alone. */
  scoring: scoringSchema.nullable(),
  period: z.enum(PERIODS),
  meta: groupsMetaSchema,
})
export type GroupsAnswer = z.infer<typeof groupsAnswerSchema>
