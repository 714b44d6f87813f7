import { z } from 'zod'
import { branchSchema } from '@/lib/branch-contract'
import { ORDER_SOURCES, ORDER_STATUSES, ORDER_TYPES } from '@/lib/definitions'
import { isoInstant, money, whole } from '@/lib/figures'
import { code, line, localDay, optionalText } from '@/lib/text-fields'

/** What each type of order asks for beside what all have. */
export const orderDetailsSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('service'), odometer_km: whole.max(10_000_000).nullable().default(null) }),
  z.strictObject({
    type: z.literal('sales'),
    item: line('what is sold'),
    quantity: whole.min(1).max(1_000_000).default(1),
  }),
  z.strictObject({ type: z.literal('consultation'), follow_up_on: localDay.nullable().default(null) }),
])
export type OrderDetails = z.output<typeof orderDetailsSchema>

/** An amount in major units, as typed ("1,250.50" is refused, "1250.50" is not) or as a JSON number. */
export const amountField = z
  .union([z.number(), z.string()], 'Give the amount.')
  .transform((amount) => String(amount).trim())
  .refine((text) => /^\d{1,13}([.,]\d{1,4})?$/.test(text), 'Give the amount in digits, as 1250.50.')

/** The fields of an order that a person enters. `ordered_on` is the local business day; null is now. */
const entered = {
  type: z.enum(ORDER_TYPES, 'Choose what they came for.'),
  branch: code('Choose a branch.'),
  vehicle_id: z.uuid().nullable().default(null),
  description: optionalText(),
  amount: amountField,
  ordered_on: localDay.nullable().default(null),
  details: orderDetailsSchema,
}
const detailsOfType = ({ type, details }: { type: string; details: { type: string } }) => type === details.type
const WRONG_DETAILS = { path: ['details'], message: 'The details are those of another type of order.' }

/** `POST /api/orders`, with an `Idempotency-Key` header. */
export const newOrderSchema = z
  .strictObject({ customer_id: z.uuid('Choose a customer.'), ...entered })
  .refine(detailsOfType, WRONG_DETAILS)
export type NewOrder = z.output<typeof newOrderSchema>

/** The order of a registration: its vehicle is the one that is registered with it, or none. */
export const firstOrderSchema = z
  .strictObject({ ...entered, vehicle_id: z.undefined().optional(), with_vehicle: z.boolean().default(false) })
  .refine(detailsOfType, WRONG_DETAILS)
export type FirstOrder = z.output<typeof firstOrderSchema>

/**
 * `PATCH /api/customers/{id}/orders/{order_id}`: what is to be changed, of the version that was read. `reason` is asked for
 * where an order is cancelled or reopened, or changed after it was completed.
 */
export const orderChangeSchema = z.strictObject({
  version: whole.min(1),
  reason: line('why', 500).nullable().default(null),
  changes: z
    .strictObject({
      status: z.enum(ORDER_STATUSES).optional(),
      type: entered.type.optional(),
      branch: entered.branch.optional(),
      vehicle_id: z.uuid().nullable().optional(),
      description: optionalText().unwrap().optional(),
      amount: amountField.optional(),
      ordered_on: localDay.optional(),
      details: orderDetailsSchema.optional(),
    })
    .refine((changes) => Object.values(changes).some((value) => value !== undefined), 'Nothing is to be changed.'),
})
export type OrderChange = z.output<typeof orderChangeSchema>

const person = z.object({ id: z.uuid(), name: z.string().nullable() })

/** The state of an order, as it is now or stood at some time. */
const orderState = {
  type: z.enum(ORDER_TYPES),
  status: z.enum(ORDER_STATUSES),
  amount: money,
  ordered_at: isoInstant,
  branch: branchSchema,
  vehicle_id: z.uuid().nullable(),
  description: z.string().nullable(),
  details: orderDetailsSchema.nullable(),
}

/** One step of an order's history: how it stood until `replaced_at`, and who changed it then, and why. */
export const orderStepSchema = z.object({
  ...orderState,
  version: whole,
  customer: z.object({ id: z.uuid(), full_name: z.string() }),
  replaced_at: isoInstant,
  replaced_by: z.enum(ORDER_SOURCES),
  person: person.nullable(),
  reason: z.string().nullable(),
})
export type OrderStep = z.infer<typeof orderStepSchema>

/** One order with its history, the oldest step first. */
export const orderSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  customer: z.object({ id: z.uuid(), full_name: z.string() }),
  ...orderState,
  vehicle: z.object({ id: z.uuid(), plate: z.string() }).nullable(),
  source: z.enum(ORDER_SOURCES),
  version: whole,
  created_at: isoInstant,
  entered_by: person.nullable(),
  /** Whether the business day lies before the day on which it was entered. */
  backdated: z.boolean(),
  history: z.array(orderStepSchema),
})
export type Order = z.infer<typeof orderSchema>

export const orderAnswerSchema = z.object({ success: z.literal(true), order: orderSchema })
export const orderMadeSchema = z.object({ success: z.literal(true), customer_id: z.uuid(), order_id: z.uuid() })
