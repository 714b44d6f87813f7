/** What the columns of an export say, in words; `docs/metrics.md` has them in full. */
export const EXPORT_DEFINITIONS = {
  row: 'A customer that the filters select, in the group that it is in. Where groups overlap, a customer has a row in each of its groups, with the figures of its orders there.',
  customers: 'Different customers among the rows.',
  registered_at: 'When the customer was registered, on the clock of the business.',
  total_orders:
    'Orders in the period that are not cancelled, under the order type and branch asked for. Service, sales and consultation orders add up to them.',
  completed_orders: 'Those of them whose status is completed.',
  revenue: 'The sum of the amounts of these orders, in the currency of the business.',
  last_order_date: 'The latest of these orders, on the clock of the business.',
  visit:
    'How the customer came to be active. New: the first order ever lies in the period. Continued: an order before it, and one in the days compared with. Resurrected: an order before it, none in the days compared with.',
  previous_orders: 'The same orders in the days compared with.',
  previous_revenue: 'Their amounts.',
} as const
