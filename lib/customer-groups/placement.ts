import { z } from 'zod'
import { isoInstant } from '@/lib/figures'
import { recencyPlacementSchema } from './recency'
import { rfmPlacementSchema } from './rfm'

/** In a customer type since an instant, null from the beginning, and until one, null where it still is. */
const byType = z.object({ kind: z.literal('type'), since: isoInstant.nullable(), until: isoInstant.nullable() })

/** In a branch by an order there, or because it is the home branch. */
const byBranch = z.object({ kind: z.literal('branch'), is_home: z.boolean() })

/** New, returning or without an order by the first counted order ever, and the beginning of the period. */
const byVisit = z.object({
  kind: z.literal('visit'),
  is_active: z.boolean(),
  /** Before the end of the period; null where there is none. */
  first_order_date: isoInstant.nullable(),
})

/** Why a customer is in its group, by what customers are grouped by. */
export const placementSchema = z.discriminatedUnion('kind', [
  byType,
  byBranch,
  byVisit,
  recencyPlacementSchema,
  rfmPlacementSchema,
])
export type Placement = z.infer<typeof placementSchema>
