import { z } from 'zod'
import { branchSchema } from '@/lib/branch-contract'
import { EXPORT_FORMATS } from '@/lib/customer-groups/params'
import { dayParam } from '@/lib/day-param'
import { ORDER_SOURCES, ORDER_STATUSES, ORDER_TYPES, SORT_DIRECTIONS } from '@/lib/definitions'
import { isoInstant, money, pageSchema, whole } from '@/lib/figures'
import { columnsParam, listParams } from '@/lib/list-params'

/** What the list of all orders can be sorted by. */
export const ORDER_LIST_SORTS = ['date', 'amount', 'entered'] as const
export type OrderListSort = (typeof ORDER_LIST_SORTS)[number]

/** The columns of the list in their order. */
export const ORDER_COLUMNS = [
  'date',
  'customer',
  'type',
  'status',
  'branch',
  'vehicle',
  'description',
  'source',
  'entered',
  'code',
  'amount',
] as const
export type OrderColumn = (typeof ORDER_COLUMNS)[number]

const SHOWN_FIRST = ['date', 'customer', 'type', 'status', 'branch', 'vehicle', 'description', 'amount'] as const

/** The parameters of `/orders`, with their defaults first. Days are local ones of the business, both included. */
export const ordersParamsSchema = z.strictObject({
  ...listParams,
  type: z.enum(['all', ...ORDER_TYPES]).default('all'),
  status: z.enum(['all', ...ORDER_STATUSES]).default('all'),
  source: z.enum(['all', ...ORDER_SOURCES]).default('all'),
  from: dayParam,
  to: dayParam,
  sort: z.enum(ORDER_LIST_SORTS).default('date'),
  dir: z.enum(SORT_DIRECTIONS).default('desc'),
  columns: columnsParam(ORDER_COLUMNS, SHOWN_FIRST),
})
export type OrdersParams = z.output<typeof ordersParamsSchema>

/** `/orders/export` takes the same; it ignores page and columns, for it is everything that matches. */
export const ordersExportSchema = ordersParamsSchema.extend({ format: z.enum(EXPORT_FORMATS).default('csv') })
export type OrdersExportParams = z.output<typeof ordersExportSchema>

/** The most of a description that a list carries. */
export const DESCRIPTION_CUT = 200

export const listedOrderSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  customer: z.object({ id: z.uuid(), full_name: z.string() }),
  type: z.enum(ORDER_TYPES),
  status: z.enum(ORDER_STATUSES),
  branch: branchSchema,
  amount: money,
  plate: z.string().nullable(),
  /** Cut after `DESCRIPTION_CUT` characters. */
  description: z.string().nullable(),
  source: z.enum(ORDER_SOURCES),
  ordered_at: isoInstant,
  created_at: isoInstant,
})
export type ListedOrder = z.infer<typeof listedOrderSchema>

/** A page of the list, and the figures of everything that matches: a cancelled order is in `page.total` alone. */
export const ordersPageSchema = z.object({
  page: pageSchema,
  counted: z.object({ total_orders: whole, revenue: money }),
  orders: z.array(listedOrderSchema),
})
export type OrdersPage = z.infer<typeof ordersPageSchema>
