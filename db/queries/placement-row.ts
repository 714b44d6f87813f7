import { z } from 'zod'
import type { Placement } from '@/lib/customer-groups/placement'
import { recencyPlacementSchema } from '@/lib/customer-groups/recency'
import { nextMove } from '@/lib/customer-groups/recency-move'
import { rfmPlacementSchema } from '@/lib/customer-groups/rfm'
import { toMajor } from '@/lib/money'
import type { Frame } from './frame'
import { instant, whole } from './row-values'

const recencyRow = recencyPlacementSchema
  .omit({ moves_on: true, moves_to: true })
  .extend({ last_counted_at: instant.nullable() })
const rfmRow = rfmPlacementSchema.omit({ revenue: true, next: true }).extend({
  revenue_minor: whole,
  next: z.object({ recency_days: whole.nullable(), orders: whole.nullable(), revenue_minor: whole.nullable() }),
})

/** Why a customer is in its group, as PostgreSQL's JSON has it: instants with offsets, amounts in minor units. */
export const placementRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('type'), since: instant.nullable(), until: instant.nullable() }),
  z.object({ kind: z.literal('branch'), is_home: z.boolean() }),
  z.object({ kind: z.literal('visit'), is_active: z.boolean(), first_order_date: instant.nullable() }),
  recencyRow,
  rfmRow,
])

/** The same as the contract has it. */
export function toPlacement(
  row: z.output<typeof placementRow>,
  frame: Pick<Frame, 'timeZone' | 'currencyDigits'>,
): Placement {
  switch (row.kind) {
    case 'recency': {
      const { last_counted_at, ...placement } = row
      return { ...placement, ...nextMove(row.band, last_counted_at, row, frame.timeZone) }
    }
    case 'rfm': {
      const { revenue_minor, next, ...placement } = row
      const major = (minor: number | null) => (minor === null ? null : toMajor(minor, frame.currencyDigits))
      const { revenue_minor: nextMinor, ...others } = next
      return {
        ...placement,
        revenue: toMajor(revenue_minor, frame.currencyDigits),
        next: { ...others, revenue: major(nextMinor) },
      }
    }
    default:
      return row
  }
}
