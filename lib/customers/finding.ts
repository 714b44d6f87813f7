import { z } from 'zod'
import { branchSchema } from '@/lib/branch-contract'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { isoInstant } from '@/lib/figures'
import { optionalLine } from '@/lib/text-fields'

/** A customer as it is found while typing: enough to tell them apart. */
export const foundCustomerSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  full_name: z.string(),
  organization_name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  group: z.object({ key: z.string(), name: z.string(), color: z.int() }),
  home_branch: branchSchema,
  /** Those in use. */
  vehicles: z.array(
    z.object({ id: z.uuid(), plate: z.string(), make: z.string().nullable(), model: z.string().nullable() }),
  ),
  last_order_at: isoInstant.nullable(),
})
export type FoundCustomer = z.infer<typeof foundCustomerSchema>

export const FOUND_LIMIT = 10

/** The one parameter of the finder. A text of fewer than two characters finds nobody. */
export const findingParamsSchema = z.strictObject({ q: groupsParamsSchema.shape.q.unwrap() })

/** `GET /api/found-customers?q=`: at most `FOUND_LIMIT`, the best first. */
export const foundCustomersSchema = z.object({ success: z.literal(true), customers: z.array(foundCustomerSchema) })

/** `POST /api/duplicates`: what is known so far of somebody who is being registered. It is a POST to keep names out of logs. */
export const duplicateQuestionSchema = z.strictObject({
  full_name: optionalLine(),
  phone: optionalLine(50),
  email: optionalLine(254),
  plate: optionalLine(30),
  tax_number: optionalLine(50),
  /** The customer that is being edited, who is no duplicate of itself. */
  except_id: z.uuid().nullable().default(null),
})
export type DuplicateQuestion = z.output<typeof duplicateQuestionSchema>

export const DUPLICATE_REASONS = ['phone', 'email', 'plate', 'tax_number', 'name_and_near_phone'] as const
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number]

/** Who may be the same. `elsewhere`: there are some at branches that the caller may not see; nothing more is said of them. */
export const duplicatesSchema = z.object({
  success: z.literal(true),
  customers: z.array(foundCustomerSchema.extend({ reasons: z.array(z.enum(DUPLICATE_REASONS)).min(1) })),
  elsewhere: z.boolean(),
})
export type Duplicates = Omit<z.infer<typeof duplicatesSchema>, 'success'>
