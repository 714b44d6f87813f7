import type { ListColumn } from '@/lib/customer-groups/list-columns'
import type { CustomerColumn, OrderedWithin } from '@/lib/customers/list'
import type { OrderColumn } from '@/lib/orders/list'
import { ORDER_TYPE_WORDS, PERIOD_WORDS } from './words'

/** The words on the screen for the columns of the lists. */
export const CUSTOMER_COLUMN_WORDS: Record<CustomerColumn, string> = {
  name: 'Name',
  organization: 'Organisation',
  group: 'Group',
  phone: 'Phone',
  email: 'E-mail',
  branch: 'Home branch',
  registered: 'Registered',
  last_order: 'Last order',
  orders: 'Orders',
  revenue: 'Revenue',
  code: 'Code',
}

export const ORDER_COLUMN_WORDS: Record<OrderColumn, string> = {
  date: 'Date',
  customer: 'Customer',
  type: 'Type',
  status: 'Status',
  branch: 'Branch',
  vehicle: 'Vehicle',
  description: 'Description',
  source: 'Source',
  entered: 'Entered',
  code: 'Code',
  amount: 'Amount',
}

/** When a customer last ordered. */
export const ORDERED_WITHIN_WORDS: Record<OrderedWithin, string> = { ...PERIOD_WORDS, never: 'Never' }

/** The words for the columns of a group's customers; "before" is the period that is compared with. */
export const LIST_COLUMN_WORDS: Record<ListColumn, string> = {
  name: 'Customer',
  registered: 'Registered',
  orders: 'Orders',
  ...ORDER_TYPE_WORDS,
  completed: 'Completed',
  revenue: 'Revenue',
  share: 'Share of revenue',
  previous_orders: 'Orders before',
  previous_revenue: 'Revenue before',
  change: 'Change',
  visits_change: 'By orders per customer',
  value_change: 'By money per order',
  last_order: 'Last order',
  visit: 'Came as',
  placement: 'Why here',
}
