import { z } from 'zod'
import { isoInstant } from '@/lib/figures'

/** How many of the customers that disagree are named. */
export const EXAMPLES = 5

const side = z.object({ label: z.string(), value: z.number() })

/** One thing that always holds, worked out in two ways. */
export const checkSchema = z.object({
  key: z.string(),
  /** What is compared: figures that somebody may see, or what is kept beside the records that it follows from. */
  about: z.enum(['figures', 'records']),
  title: z.string(),
  /** Whole numbers, or amounts in major units. */
  unit: z.enum(['count', 'money']),
  left: side,
  right: side,
  agrees: z.boolean(),
  /** Customers for whom it does not hold, where they can be told. */
  example: z.array(z.uuid()).max(EXAMPLES),
})
export type Check = z.infer<typeof checkSchema>

export const agreementSchema = z.object({
  success: z.literal(true),
  /** The moment of the one snapshot that all checks read. */
  as_of: isoInstant,
  agrees: z.boolean(),
  checks: z.array(checkSchema).min(1),
})
export type Agreement = z.infer<typeof agreementSchema>

/** `again` asks for a new check where the last one is not just made. */
export const agreementParamsSchema = z.strictObject({ again: z.enum(['false', 'true']).default('false') })
