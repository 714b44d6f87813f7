import { z } from 'zod'
import { whole } from '@/lib/figures'

const csvFile = z
  .string('Send the CSV file as a text.')
  .refine((text) => !/\p{Surrogate}/u.test(text), 'This holds half of a character.')
  .nullable()
  .default(null)

/** `POST /api/imports`, with an `Idempotency-Key` header: the two CSV files as texts, either of which may be left out. */
export const importSchema = z
  .strictObject({
    customers: csvFile,
    orders: csvFile,
    /** Needed where the orders do not show their decimal sign. */
    decimal: z.enum(['.', ',']).nullable().default(null),
    /** Says that the sample workshop is meant, whose database refuses records otherwise. */
    sample: z.boolean().default(false),
  })
  .refine(({ customers, orders }) => customers !== null || orders !== null, {
    path: ['customers'],
    message: 'Send customers, orders or both.',
  })
export type ImportTexts = z.output<typeof importSchema>

/** What an import did. `customers_left_alone` were merged into others or erased. */
export const importCountsSchema = z.object({
  customers_created: whole,
  customers_changed: whole,
  customers_unchanged: whole,
  customers_left_alone: whole,
  orders_created: whole,
  orders_changed: whole,
  orders_unchanged: whole,
  groups_created: whole,
  branches_created: whole,
  /** The currency that the business took from its first orders, ISO 4217. */
  currency_taken: z.string().nullable(),
})
export type ImportCounts = z.infer<typeof importCountsSchema>

export const importedSchema = importCountsSchema.extend({ success: z.literal(true) })
