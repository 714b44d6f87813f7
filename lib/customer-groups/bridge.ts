import { z } from 'zod'
import { money, whole } from '@/lib/figures'
import { groupsMetaSchema } from './answer-meta'

/** A difference of amounts in major units. */
const moneyChange = z.number()

const part = z.object({ customers: whole, change: moneyChange })

/**
 * From the revenue of the window compared with to that of this one. `previous_revenue` and every change add up to
 * `revenue` exactly. Who was active in both windows changed by how often they came, at what an order brought then
 * (`visits_change`), and by what an order brings, at how often they come now (`value_change`). New, retained, resurrected
 * and churned customers are the parts of growth accounting (Hsu 2015, "Diligence at Social Capital, part 1: Accounting for
 * user growth"), here with revenue.
 */
export const bridgeStepsSchema = z.object({
  previous_revenue: money,
  /** Active then, not now. */
  stopped: part,
  /** Active now, with the first counted order ever in this window. */
  new: part,
  /** Active now and not then, with an earlier order. */
  resurrected: part,
  /** Active in both. */
  continued: z.object({ customers: whole, visits_change: moneyChange, value_change: moneyChange }),
  revenue: money,
})
export type BridgeSteps = z.infer<typeof bridgeStepsSchema>

export const bridgeAnswerSchema = z.object({
  success: z.literal(true),
  /** By key, in the order in which they are shown. */
  groups: z.record(z.string(), bridgeStepsSchema.extend({ name: z.string(), color: z.int() })),
  /** Each customer counted once, also where it is in several groups; then the parts need not be the groups' sums. */
  totals: bridgeStepsSchema,
  meta: groupsMetaSchema.omit({ activity: true }),
})
export type BridgeAnswer = z.infer<typeof bridgeAnswerSchema>
