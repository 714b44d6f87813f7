import { z } from 'zod'
import { dayParam } from '@/lib/day-param'
import { VISITS } from '@/lib/definitions'

const amount = z
  .string()
  .regex(/^[0-9]{1,13}([.][0-9]{1,4})?$/, 'must be an amount, as 1500 or 1500.50')
  .optional()

/** What narrows the list of a group's customers beside the search; never the group's own figures. */
export const listFilters = {
  min_orders: z
    .string()
    .regex(/^[1-9][0-9]{0,6}$/, 'must be a whole number from 1')
    .transform(Number)
    .meta({ type: 'integer', minimum: 1 })
    .optional(),
  /** Amounts in major units, both included. */
  revenue_from: amount,
  revenue_to: amount,
  /** A local day: no counted order of the period on it or later. */
  last_order_before: dayParam,
  visits: z.enum(['all', ...VISITS]).default('all'),
  vehicle: z.enum(['all', 'with', 'without']).default('all'),
}
