import { z } from 'zod'
import { branchSchema } from '@/lib/branch-contract'
import { answerMetaSchema } from '@/lib/customer-groups/answer-meta'
import { groupsParamsSchema, OF_DAYS, OF_ORDERS } from '@/lib/customer-groups/params'
import { ORDER_SOURCES, ORDER_STATUSES, ORDER_TYPES, PERIODS, PERSON_ROLES } from '@/lib/definitions'
import { isoInstant, money, orderCounts, pageSchema, whole } from '@/lib/figures'

/** A profile takes the window and filters of the groups API, and the page of its list of orders. */
export const profileParamsSchema = groupsParamsSchema.pick({
  ...OF_DAYS,
  compare: true,
  ...OF_ORDERS,
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
  version: whole,
})
export type Vehicle = z.infer<typeof vehicleSchema>

export const noteSchema = z.object({
  id: z.uuid(),
  body: z.string(),
  created_at: isoInstant,
  /** The person or key that wrote it, with its present name where it has one; null where nobody is recorded. */
  written_by: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
})
export type Note = z.infer<typeof noteSchema>

/** The group that a customer is or was in. `since` is null for the first: it was in it from the beginning. */
export const membershipSchema = z.object({
  key: z.string(),
  name: z.string(),
  since: isoInstant.nullable(),
  until: isoInstant.nullable(),
})
export type Membership = z.infer<typeof membershipSchema>

export const profileCustomerSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  full_name: z.string(),
  organization_name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  tax_number: z.string().nullable(),
  person_role: z.enum(PERSON_ROLES).nullable(),
  /** `color` is the number of its colour. */
  group: z.object({ key: z.string(), name: z.string(), color: z.int() }),
  home_branch: branchSchema,
  registered_at: isoInstant,
  /** When the person was erased on request; null where nobody was. */
  erased_at: isoInstant.nullable(),
  version: whole,
  /** The oldest first; the last is the present group. */
  memberships: z.array(membershipSchema),
  /** In the order in which they were entered; those that the customer no longer has come last. */
  vehicles: z.array(vehicleSchema),
  /** The newest first. */
  notes: z.array(noteSchema),
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
  description: z.string().nullable(),
  plate: z.string().nullable(),
  /** Whether the order lies in the period and under the filters, so that it is behind the figures of the period. */
  in_period: z.boolean(),
})
export type ProfileOrder = z.infer<typeof profileOrderSchema>

/** How many months a profile looks back. */
export const PROFILE_MONTHS = 24

/** The counted orders and their revenue in one calendar month of the business's clock. */
export const monthFiguresSchema = z.object({
  /** As 2026-03. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  total_orders: whole,
  revenue: money,
})
export type MonthFigures = z.infer<typeof monthFiguresSchema>

/** Who a customer is and what it ordered: `in_period` under the filters, `lifetime` of any type and branch up to `to`. */
export const customerProfileSchema = z.object({
  customer: profileCustomerSchema,
  figures: z.object({ in_period: customerFiguresSchema, lifetime: customerFiguresSchema }),
  /** The last `PROFILE_MONTHS` months up to `to`, under the filters, the oldest first. */
  months: z.array(monthFiguresSchema),
  /** The orders behind the lifetime figures and the cancelled ones, newest first. */
  orders: z.object({ page: pageSchema, rows: z.array(profileOrderSchema) }),
  period: z.enum(PERIODS),
  meta: answerMetaSchema,
})
export type CustomerProfile = z.infer<typeof customerProfileSchema>
