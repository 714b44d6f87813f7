import { z } from 'zod'

/** A branch as it is named and chosen. */
export const branchSchema = z.object({ code: z.string(), name: z.string() })
