import { toMajor } from '@/lib/money'
import type { GroupCustomer } from './contract'

/**
 * How much of a customer's change of revenue comes from what an order brings: what is left of it after `visits_change`.
 * In major units, exact to the currency's `digits`; null where the customer was not active in both periods. Also of the
 * sums of a list, where all who are in it were active in both (`visits` continued).
 */
export function valueChange(
  { revenue, previous_revenue, visits_change }: Pick<GroupCustomer, 'revenue' | 'previous_revenue' | 'visits_change'>,
  digits: number,
): number | null {
  if (previous_revenue === null || visits_change === null) return null
  const minor = (amount: number) => Math.round(amount * 10 ** digits)
  return toMajor(minor(revenue) - minor(previous_revenue) - minor(visits_change), digits)
}
