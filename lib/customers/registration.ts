import { z } from 'zod'
import { PERSON_ROLES } from '@/lib/definitions'
import { firstOrderSchema } from '@/lib/orders/contract'
import { code, line, optionalEmail, optionalLine, optionalText } from '@/lib/text-fields'

/** What is recorded of a customer, as a form or a program gives it. Phones are read for the country of the business. */
export const customerFields = {
  full_name: line('the name'),
  phone: optionalLine(50),
  email: optionalEmail,
  address: optionalText(1000),
  /** The key of the group: the customer's type. */
  group: code('Choose the type.'),
  organization_name: optionalLine(),
  tax_number: optionalLine(50),
  person_role: z.enum(PERSON_ROLES).nullable().default(null),
  /** The code of the home branch; null leaves it to the first order. */
  branch: code('Choose a branch.').nullable().default(null),
}

/** A vehicle as it is entered. */
export const vehicleFields = {
  plate: line('the plate', 30),
  make: optionalLine(60),
  model: optionalLine(60),
  year: z
    .int('Give the year, as 2019.')
    .min(1885, 'Give the year, as 2019.')
    .max(2100, 'Give the year, as 2019.')
    .nullable()
    .default(null),
}
export type VehicleFields = z.output<z.ZodObject<typeof vehicleFields>>

/** `POST /api/customers`, with an `Idempotency-Key` header: a customer, its vehicle and at most one order, at once. */
export const registrationSchema = z.strictObject({
  ...customerFields,
  vehicle: z.strictObject(vehicleFields).nullable().default(null),
  order: firstOrderSchema.nullable().default(null),
})
export type Registration = z.output<typeof registrationSchema>

export const registeredSchema = z.object({
  success: z.literal(true),
  customer_id: z.uuid(),
  vehicle_id: z.uuid().nullable(),
  order_id: z.uuid().nullable(),
})
