import { z } from 'zod'
import { RECENCY_DAYS_LIMIT } from '@/lib/customer-groups/recency'
import { key, seen, ticked } from './contract'

/** What the forms of the recency bands send. Messages are sentences for whoever filled them in. */

const message = `Give whole days, from 1 to ${RECENCY_DAYS_LIMIT}.`

const dayCount = z
  .string(message)
  .trim()
  .regex(/^\d{1,4}$/, { error: message, abort: true })
  .transform(Number)
  .refine((days) => days >= 1 && days <= RECENCY_DAYS_LIMIT, { error: message, abort: true })

/** The thresholds of the group `key`, or of the business where none is named. Each has to lie after the one before it. */
export const recencyChangeSchema = z
  .object({
    key: key.nullable().default(null),
    seen,
    at_risk_after_days: dayCount,
    lapsed_after_days: dayCount,
    dormant_after_days: dayCount,
    own_rhythm: ticked,
  })
  .superRefine(({ at_risk_after_days, lapsed_after_days, dormant_after_days }, context) => {
    const refuse = (name: string, text: string) => context.addIssue({ code: 'custom', path: [name], message: text })
    if (lapsed_after_days <= at_risk_after_days)
      refuse('lapsed_after_days', `Lapsed comes after at risk: give more than ${at_risk_after_days} days.`)
    if (dormant_after_days <= lapsed_after_days)
      refuse('dormant_after_days', `Dormant comes after lapsed: give more than ${lapsed_after_days} days.`)
  })
export type RecencyChange = z.infer<typeof recencyChangeSchema>

/** Gives up the thresholds of a group's own. */
export const followBusinessSchema = z.object({ key, seen })
export type FollowBusiness = z.infer<typeof followBusinessSchema>
