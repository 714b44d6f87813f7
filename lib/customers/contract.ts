import { z } from 'zod'
import { branchSchema } from '@/lib/branch'
import { answerMetaSchema, groupsParamsSchema } from '@/lib/customer-groups/contract'
import { ORDER_SOURCES, ORDER_STATUSES, ORDER_TYPES, PERIODS } from '@/lib/definitions'
import { isoInstant, money, orderCounts, pageSchema, whole } from '@/lib/figures'

/** A profile takes the window and filters of the groups API, and the page of its list of orders. */
export const profileParamsSchema = groupsParamsSchema.pick({
  period: true,
  order_type: true,
  branch: true,
  as_of: true,
  page: true,
  page_size: true,
})
export type ProfileParams = z.output<typeof profileParamsSchema>

/** The figures of one customer's orders; cancelled ones are in `cancelled_orders` alone. */
export const customerFiguresSchema = z.object({
  ...orderCounts,
  cancelled_orders: whole,
  revenue: money,
  first_order_date: isoInstant.nullable(),
  last_order_date: isoInstant.nullable(),
})
export type CustomerFigures = z.infer<typeof customerFiguresSchema>

export const vehicleSchema = z.object({
  id: z.uuid(),
  plate: z.string(),
  make: z.string().nullable(),
  model: z.string().nullable(),
  year: z.int().nullable(),
  retired_at: isoInstant.nullable(),
})

export const profileCustomerSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  full_name: z.string(),
  organization_name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  group: z.object({ key: z.string(), name: z.string() }),
  home_branch: branchSchema,
  registered_at: isoInstant,
  /** In the order in which they were entered; those that the customer no longer has come last. */
  vehicles: z.array(vehicleSchema),
})

export const profileOrderSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  ordered_at: isoInstant,
  type: z.enum(ORDER_TYPES),
  status: z.enum(ORDER_STATUSES),
  amount: money,
  branch: branchSchema,
  source: z.enum(ORDER_SOURCES),
  /** Whether the order lies in the period and under the filters, so that it is behind the figures of the period. */
  in_period: z.boolean(),
})
export type ProfileOrder = z.infer<typeof profileOrderSchema>

/** Who a customer is and what it ordered: `in_period` under the filters, `lifetime` of any type and branch up to `to`. */
export const customerProfileSchema = z.object({
  customer: profileCustomerSchema,
  figures: z.object({ in_period: customerFiguresSchema, lifetime: customerFiguresSchema }),
  /** The orders behind the lifetime figures and the cancelled ones, newest first. */
  orders: z.object({ page: pageSchema, rows: z.array(profileOrderSchema) }),
  period: z.enum(PERIODS),
  meta: answerMetaSchema.omit({ activity: true }),
})
export type CustomerProfile = z.infer<typeof customerProfileSchema>
