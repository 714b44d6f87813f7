import type { SinceAnswer } from '@/lib/customer-groups/since'
import { formatMoney, formatQuantity } from './number'
import { ORDER_STATUS_WORDS, ORDER_TYPE_WORDS } from './words'

type Currency = { currency: string; currencyDigits: number }
type Figures = SinceAnswer['now']['totals']
type Counts = Pick<SinceAnswer, 'orders_changed' | 'orders_entered'>
type OrderState = SinceAnswer['orders'][number]['now']

/** "Since then 1 order of these days was changed and 2 were entered." */
export function changesInWords({ orders_changed, orders_entered }: Counts): string {
  const were = (count: number) => (count === 1 ? 'was' : 'were')
  const changed = orders_changed > 0 && `${formatQuantity(orders_changed, 'order')} ${were(orders_changed)} changed`
  const entered = orders_entered > 0 && `${formatQuantity(orders_entered, 'order')} ${were(orders_entered)} entered`
  return `Since then ${[changed, entered].filter((part) => part !== false).join(' and ')} in these days.`
}

/** "12 active customers, 34 orders and TZS 1,200.00". */
export function figuresInWords({ active_count, total_orders, total_revenue }: Figures, currency: Currency): string {
  const customers = formatQuantity(active_count, 'active customer')
  return `${customers}, ${formatQuantity(total_orders, 'order')} and ${formatMoney(total_revenue, currency)}`
}

/** What is another one now of an order, as "Amount: 100.00, now 70.00"; that the customer is another is told without names. */
export function changedParts(
  was: OrderState,
  now: OrderState,
  currency: Currency,
  date: (at: string) => string,
): string[] {
  const parts = (state: OrderState) => ({
    Status: ORDER_STATUS_WORDS[state.status],
    Type: ORDER_TYPE_WORDS[state.type],
    Branch: state.branch,
    Amount: formatMoney(state.amount, currency),
    Date: date(state.ordered_at),
  })
  const [before, after] = [Object.entries(parts(was)), Object.entries(parts(now))]
  const changed = before.flatMap(([name, value], index) => {
    const present = after[index]?.[1]
    return value === present ? [] : [`${name}: ${value}, now ${present}`]
  })
  return was.customer_id === now.customer_id ? changed : [...changed, 'Another customer now']
}
