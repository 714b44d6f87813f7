import { z } from 'zod'

/** What figures need to be shown: who the business is, its clock and its money. */
export const businessSchema = z.object({
  name: z.string(),
  timeZone: z.string(),
  /** ISO 4217. */
  currency: z.string().length(3),
  /** Minor digits of the currency by ISO 4217. */
  currencyDigits: z.int().min(0).max(4),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2),
  isSample: z.boolean(),
})
export type Business = z.infer<typeof businessSchema>
