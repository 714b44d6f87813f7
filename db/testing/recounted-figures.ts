import type { Activity } from '@/lib/definitions'
import type { KnownOrder } from './known-records'
import { counted } from './question'

/** Whether a customer with these counted orders, of the window and the one before, is selected. */
export function isSelected(activity: Activity, now: readonly KnownOrder[], before: readonly KnownOrder[]): boolean {
  const isActive = counted(now).length > 0
  if (activity === 'all') return true
  if (activity === 'active') return isActive
  return !isActive && (activity === 'inactive' || counted(before).length > 0)
}

/** Whole minor units as an amount in major ones. */
export const major = (minor: number | bigint, digits: number) => Number(`${minor}e-${digits}`)

/** A quotient to a whole number, half up. */
export const halfUp = (numerator: bigint, denominator: bigint) => (2n * numerator + denominator) / (2n * denominator)

export const revenueOf = (orders: readonly KnownOrder[]) =>
  counted(orders).reduce((sum, { amountMinor }) => sum + amountMinor, 0)

export function countsOf(orders: readonly KnownOrder[]) {
  const of = (type: string) => counted(orders).filter((order) => order.type === type).length
  return {
    total_orders: counted(orders).length,
    service_orders: of('service'),
    sales_orders: of('sales'),
    consultation_orders: of('consultation'),
    completed_orders: orders.filter(({ status }) => status === 'completed').length,
  }
}
