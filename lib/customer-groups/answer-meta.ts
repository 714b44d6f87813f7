import { z } from 'zod'
import { ACTIVITIES, COMPARISONS, GROUP_MOMENTS, GROUPINGS, ORDER_TYPES } from '@/lib/definitions'
import { isoInstant } from '@/lib/figures'

/** The window and filters that an answer's figures are under, as they were understood. */
export const answerMetaSchema = z.object({
  /** The moment of the figures; the window ends there or, where its last day is over, before. */
  as_of: isoInstant,
  from: isoInstant,
  to: isoInstant,
  /** True where the period is still running, so that only its elapsed part is counted and compared. */
  elapsed: z.boolean(),
  compare: z.enum(COMPARISONS),
  /** The window that is compared with, null where nothing is. */
  previous_from: isoInstant.nullable(),
  previous_to: isoInstant.nullable(),
  time_zone: z.string(),
  /** ISO 4217. */
  currency: z.string(),
  order_type: z.enum(['all', ...ORDER_TYPES]),
  branch: z.string(),
})
export type AnswerMeta = z.infer<typeof answerMetaSchema>

export const groupsMetaSchema = answerMetaSchema.extend({
  activity: z.enum(ACTIVITIES),
  group_by: z.enum(GROUPINGS),
  group_at: z.enum(GROUP_MOMENTS),
  /** True where a customer can be in several groups, so that their customers do not add up to the totals. */
  groups_overlap: z.boolean(),
})
