import { z } from 'zod'
import { dayParam } from '@/lib/day-param'
import { VISITS } from '@/lib/definitions'
import { AMOUNT, GROUPS_DEFAULTS, LEAST_ORDERS } from './param-readers'

const amount = z.string().regex(AMOUNT, 'must be an amount, as 1500 or 1500.50').optional()

/** What narrows the list of a group's customers beside the search; never the group's own figures. */
export const listFilters = {
  min_orders: z
    .string()
    .regex(LEAST_ORDERS, 'must be a whole number from 1')
    .transform(Number)
    .meta({ type: 'integer', minimum: 1 })
    .optional(),
  /** Amounts in major units, both included. */
  revenue_from: amount,
  revenue_to: amount,
  /** A local day: no counted order of the period on it or later. */
  last_order_before: dayParam,
  visits: z.enum(['all', ...VISITS]).default(GROUPS_DEFAULTS.visits),
  vehicle: z.enum(['all', 'with', 'without']).default(GROUPS_DEFAULTS.vehicle),
}
