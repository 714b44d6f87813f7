import { z } from 'zod'
import { dayParam } from '@/lib/day-param'
import {
  ACTIVITIES,
  COMPARISONS,
  CUSTOMER_SORTS,
  GROUP_MOMENTS,
  GROUPINGS,
  ORDER_TYPES,
  PERIODS,
  SORT_DIRECTIONS,
  VISITS,
} from '@/lib/definitions'
import { isoInstant, money, orderCounts, pageSchema, whole } from '@/lib/figures'
import { listFilters } from './list-filters'
import { placementSchema } from './placement'
import { withRange } from './range'

/** Keys of groups and codes of branches: lower-case words joined by hyphens or underscores. */
const key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, 'is not a key')

const FIRST_INSTANT = Date.UTC(1900, 0, 1)
const LAST_INSTANT = Date.UTC(2200, 0, 1)

/** An instant with its offset, taken to the millisecond and given back in UTC. */
const instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 instant with an offset, as 2026-03-31T20:15:00Z' })
  .refine((text) => Date.parse(text) >= FIRST_INSTANT && Date.parse(text) < LAST_INSTANT, 'must lie in 1900 to 2199')
  .transform((text) => new Date(text).toISOString())

const count = (last: number) =>
  z
    .string()
    .regex(/^[0-9]{1,9}$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= 1 && n <= last, `must be from 1 to ${last}`)
    .meta({ type: 'integer', minimum: 1, maximum: last })

export const PAGE_SIZE = 25
export const PAGE_SIZE_LIMIT = 100
export const SEARCH_LENGTH_LIMIT = 200

/**
 * The parameters of the groups API, of the page's URL and of the export, with their defaults first. Every value arrives
 * as text; what is not listed is an error, never a silent default.
 */
export const groupsParamsSchema = z.strictObject({
  period: z.enum(PERIODS).default('6months'),
  from: dayParam,
  to: dayParam,
  compare: z.enum(COMPARISONS).default('previous'),
  group: z.literal('all').or(key).default('all'),
  activity: z.enum(ACTIVITIES).default('active'),
  order_type: z.enum(['all', ...ORDER_TYPES]).default('all'),
  branch: z.literal('all').or(key).default('all'),
  group_by: z.enum(GROUPINGS).default('type'),
  group_at: z.enum(GROUP_MOMENTS).default('now'),
  as_of: instant.optional(),
  q: z
    .string()
    .refine((text) => !text.includes('\u0000'), 'must not contain U+0000')
    .transform((text) => text.trim())
    .refine((text) => text.length <= SEARCH_LENGTH_LIMIT, `must have at most ${SEARCH_LENGTH_LIMIT} characters`)
    .default(''),
  ...listFilters,
  sort: z.enum(CUSTOMER_SORTS).default('revenue'),
  dir: z.enum(SORT_DIRECTIONS).default('desc'),
  page: count(1_000_000).default(1),
  page_size: count(PAGE_SIZE_LIMIT).default(PAGE_SIZE),
})
export type GroupsParams = z.output<typeof groupsParamsSchema>

/** The same as a request brings them: `from` and `to` are checked against `period`. */
export const groupsQuerySchema = withRange(groupsParamsSchema)

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The export takes the same parameters and a format; it ignores the page, for it is never only a page. */
export const exportParamsSchema = groupsParamsSchema.extend({ format: z.enum(EXPORT_FORMATS).default('csv') })
export type ExportParams = z.output<typeof exportParamsSchema>
export const exportQuerySchema = withRange(exportParamsSchema)

/** The window and filters that an answer's figures are under, as they were understood. */
export const answerMetaSchema = z.object({
  /** The moment of the figures; the window ends there or, where its last day is over, before. */
  as_of: isoInstant,
  from: isoInstant,
  to: isoInstant,
  /** True where the period is still running, so that only its elapsed part is counted and compared. */
  elapsed: z.boolean(),
  compare: z.enum(COMPARISONS),
  /** The window that is compared with, null where nothing is. */
  previous_from: isoInstant.nullable(),
  previous_to: isoInstant.nullable(),
  time_zone: z.string(),
  /** ISO 4217. */
  currency: z.string(),
  order_type: z.enum(['all', ...ORDER_TYPES]),
  branch: z.string(),
})
export type AnswerMeta = z.infer<typeof answerMetaSchema>

export const groupsMetaSchema = answerMetaSchema.extend({
  activity: z.enum(ACTIVITIES),
  group_by: z.enum(GROUPINGS),
  group_at: z.enum(GROUP_MOMENTS),
  /** True where a customer can be in several groups, so that their customers do not add up to the totals. */
  groups_overlap: z.boolean(),
})

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
  top: z.array(z.object({ percent: whole, customers: whole, revenue: money })),
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
