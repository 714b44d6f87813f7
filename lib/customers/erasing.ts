import { z } from 'zod'

/** What stands where the name of an erased person stood. */
export const ERASED_NAME = 'Erased customer'

/** What is typed to confirm that somebody is to be erased for good. */
export const ERASE_WORD = 'erase'

/** The form that erases a person; `version` is the one that was looked at. */
export const eraseFormSchema = z.object({
  customer_id: z.string(),
  version: z.coerce.number().int(),
  confirmation: z
    .string()
    .trim()
    .toLowerCase()
    .refine((word) => word === ERASE_WORD, `Type the word ${ERASE_WORD} to confirm.`),
})
