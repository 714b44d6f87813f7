import { z } from 'zod'

/** The one shape of an error answer; its HTTP status tells the same story. */
export const failureSchema = z.object({
  success: z.literal(false),
  /** A sentence that says what failed and what to do. */
  error: z.string(),
  code: z.string(),
  fields: z.array(z.object({ name: z.string(), message: z.string() })),
  request_id: z.string(),
})
export type Failure = z.infer<typeof failureSchema>
