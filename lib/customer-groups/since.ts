import { z } from 'zod'
import { ORDER_STATUSES, ORDER_TYPES } from '@/lib/definitions'
import { money, whole } from '@/lib/figures'
import { groupsMetaSchema } from './answer-meta'
import { groupsParamsSchema, OF_DAYS, OF_ORDERS } from './params'
import { withRange } from './range'

/** The groups API's window and filters at a moment of the past, which has to be named. */
export const sinceParamsSchema = groupsParamsSchema
  .pick({ ...OF_DAYS, ...OF_ORDERS, group_by: true, group_at: true })
  .extend({ as_of: groupsParamsSchema.shape.as_of.unwrap() })
export type SinceParams = z.output<typeof sinceParamsSchema>
export const sinceQuerySchema = withRange(sinceParamsSchema)

/** The most orders that are named one by one. */
export const NAMED_CHANGES = 20

const figures = z.object({ active_count: whole, total_orders: whole, total_revenue: money })

const orderState = z.object({
  status: z.enum(ORDER_STATUSES),
  type: z.enum(ORDER_TYPES),
  branch: z.string(),
  amount: money,
  ordered_at: z.string(),
  customer_id: z.uuid(),
})

/** What was done since `as_of` to the orders of a window, and what its figures were then. */
export const sinceAnswerSchema = z.object({
  success: z.literal(true),
  /** Orders in the window, then or now, of which status, type, branch, amount, date or customer are others now. */
  orders_changed: whole,
  /** Orders in the window that were entered since. */
  orders_entered: whole,
  /** The figures of the orders as they were then; null where nothing was changed or entered. */
  was: z
    .object({
      totals: figures,
      /** By key. Null where customers are grouped by what follows from all their orders: bands, new and returning. */
      groups: z.record(z.string(), figures.extend({ name: z.string() })).nullable(),
    })
    .nullable(),
  now: z.object({ totals: figures, groups: z.record(z.string(), figures.extend({ name: z.string() })).nullable() }),
  /** The latest changes, at most 20; `was` is null of an order that was entered since. */
  orders: z.array(
    z.object({ id: z.uuid(), external_id: z.string().nullable(), was: orderState.nullable(), now: orderState }),
  ),
  meta: groupsMetaSchema.omit({ activity: true }),
})
export type SinceAnswer = z.infer<typeof sinceAnswerSchema>
