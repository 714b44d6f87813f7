import type { FigureAddress } from '@/lib/customer-groups/explanation/address'
import { type ExplainedFigure, isShare, isSumOfCustomers } from '@/lib/customer-groups/explanation/figures'
import { describeChange } from './change'
import { formatCount, formatDecimal } from './number'
import { shareOf } from './share'

/** The words on the screen for each figure that can be explained. */
export const FIGURE_WORDS: Record<ExplainedFigure, string> = {
  customer_count: 'Customers',
  active_count: 'Active customers',
  registered_count: 'Registered customers',
  new_customers: 'New customers',
  returning_customers: 'Returning customers',
  total_orders: 'Orders',
  service_orders: 'Service orders',
  sales_orders: 'Sales orders',
  consultation_orders: 'Consultation orders',
  completed_orders: 'Completed orders',
  cancelled_orders: 'Cancelled orders',
  total_revenue: 'Revenue',
  avg_orders: 'Orders per customer',
  avg_revenue: 'Revenue per customer',
  median_orders: 'Median of the orders',
  median_revenue: 'Median of the revenue',
  revenue_share: 'Share of the revenue',
  top_1_share: 'Share of the best 1 %',
  top_3_share: 'Share of the best 3 %',
  top_20_share: 'Share of the best 20 %',
  stopped_change: 'Change by stopped customers',
  new_change: 'Change by new customers',
  resurrected_change: 'Change by customers back again',
  visits_change: 'Change by orders per customer',
  value_change: 'Change by money per order',
}

/** "Revenue of Company", "Change of the revenue of Company", "Revenue of Company before": `of` names what it is of. */
export function figureTitle({ figure, at }: Pick<FigureAddress, 'figure' | 'at'>, of: string): string {
  const words = FIGURE_WORDS[figure]
  if (at === 'change') return `Change of ${words.toLowerCase()} of ${of}`
  return at === 'previous' ? `${words} of ${of} before` : `${words} of ${of}`
}

type Shown = {
  figure: ExplainedFigure
  value: number | null
  quotient: { numerator: number; denominator: number } | null
  compared: { current: number; previous: number } | null
}

/** A figure as the page writes it; `digits` are the currency's. */
export function formatFigure({ figure, value, quotient, compared }: Shown, digits: number): string {
  const plain = (number: number) => formatPlain(figure, number, digits)
  if (compared) return describeChange(compared.current, compared.previous, plain).words
  if (isShare(figure) && quotient) return shareOf(quotient.numerator, quotient.denominator)
  if (value === null) return 'none'
  if (isSumOfCustomers(figure) && value !== 0) return `${value > 0 ? '+' : '−'}${plain(Math.abs(value))}`
  return plain(value)
}

/** A number of the kind that a figure is. */
export function formatPlain(figure: ExplainedFigure, value: number, digits: number): string {
  if (figure === 'avg_orders' || figure === 'median_orders') return formatDecimal(value, 1)
  if (figure === 'avg_revenue' || figure === 'median_revenue') return formatDecimal(value, 2)
  return isAmount(figure) ? formatDecimal(value, digits) : formatCount(value)
}

/** Whether a figure is money. */
export function isAmount(figure: ExplainedFigure): boolean {
  return figure.includes('revenue') || isSumOfCustomers(figure)
}
