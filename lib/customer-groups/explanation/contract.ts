import { z } from 'zod'
import { groupsMetaSchema } from '@/lib/customer-groups/answer-meta'
import { seriesBucketSchema } from '@/lib/customer-groups/series'
import { ORDER_STATUSES, ORDER_TYPES } from '@/lib/definitions'
import { isoInstant, money, pageSchema, whole } from '@/lib/figures'
import { EXPLAINED_FIGURES, MOMENTS, PLACES } from './figures'

/** Why an order is not in a figure; each has the first that applies, in this order. */
export const ORDER_REASONS = [
  'not_listed',
  'before_the_beginning',
  'after_the_end',
  'other_branch',
  'other_group',
  'other_type',
  'cancelled',
  'other_kind',
  'activity',
] as const

/** Why a customer is not in a figure; each has the first that applies, in this order. */
export const CUSTOMER_REASONS = [
  'activity',
  'active',
  'other_part',
  'only_cancelled',
  'not_back',
  'without_order',
  'new',
  'returning',
  'resurrected',
  'continued',
  'not_both',
  'not_best',
  'not_listed',
] as const

export const explainedGroupSchema = z.object({ key: z.string(), name: z.string(), color: z.int() })
export const explainedNameSchema = z.object({ id: z.uuid(), full_name: z.string() })

export const explainedOrderSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  ordered_at: isoInstant,
  type: z.enum(ORDER_TYPES),
  status: z.enum(ORDER_STATUSES),
  branch: z.string(),
  amount: money,
  customer: explainedNameSchema,
})
export type ExplainedOrder = z.infer<typeof explainedOrderSchema>

export const explainedCustomerSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  full_name: z.string(),
  /** Of the days that the figure is of. */
  orders: whole,
  revenue: money,
  /** Of the days compared with, where it is explained what changed since. */
  previous: z.object({ orders: whole, revenue: money }).nullable(),
  /** What the customer brings to a figure that is a sum over customers, or to its numerator; null for all others. */
  amount: z.number().nullable(),
})

/**
 * `sum` is that of the amounts of all rows, in major units; null where the rows are only counted. `left_out` is what of the
 * same customers is not in the figure; with the rows it adds up to `considered`.
 */
const rowsOf = <Kind extends string, Row extends z.ZodType, Reason extends string>(
  kind: Kind,
  row: Row,
  reasons: readonly [Reason, ...Reason[]],
) =>
  z.object({
    kind: z.literal(kind),
    page: pageSchema,
    sum: z.number().nullable(),
    items: z.array(row),
    left_out: z.array(z.object({ reason: z.enum(reasons), count: whole })),
    considered: whole,
  })

const explainedOrdersSchema = rowsOf('orders', explainedOrderSchema, ORDER_REASONS)
const explainedCustomersSchema = rowsOf('customers', explainedCustomerSchema, CUSTOMER_REASONS)

/** How one figure came about: its value as the page has it, and the records that it is made of. */
export const explanationAnswerSchema = z.object({
  success: z.literal(true),
  figure: z.enum(EXPLAINED_FIGURES),
  at: z.enum(MOMENTS),
  place: z.enum(PLACES),
  /** Null for all groups together. */
  group: explainedGroupSchema.nullable(),
  customer: explainedNameSchema.nullable(),
  part: seriesBucketSchema.nullable(),
  /** As the page shows it: a share or a change as a ratio, null where it is divided by nothing. */
  value: z.number().nullable(),
  /** What is divided by what; null where nothing is. */
  quotient: z.object({ numerator: z.number(), denominator: z.number() }).nullable(),
  /** Of a change: the figure now and then. */
  compared: z.object({ current: z.number(), previous: z.number() }).nullable(),
  /** The half-open days whose records these are. */
  days: z.object({ from: isoInstant, to: isoInstant }),
  rows: z.discriminatedUnion('kind', [explainedOrdersSchema, explainedCustomersSchema]),
  /** The statement that counts and adds up the rows, and its parameters in their order. */
  sql: z.object({ text: z.string(), parameters: z.array(z.string().nullable()) }),
  meta: groupsMetaSchema,
})
export type ExplanationAnswer = z.infer<typeof explanationAnswerSchema>
export type LeftOutReason = (typeof ORDER_REASONS)[number] | (typeof CUSTOMER_REASONS)[number]
