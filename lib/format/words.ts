import type {
  Activity,
  Bucket,
  Comparison,
  CustomerSort,
  GroupBy,
  OrderSource,
  OrderStatus,
  OrderType,
  Period,
  PersonRole,
  SeriesMeasure,
} from '@/lib/definitions'

/** The words on the screen for the contract's values, in the order in which they are offered. */
export const PERIOD_WORDS: Record<Period, string> = {
  '1month': 'Last month',
  '3months': 'Last 3 months',
  '6months': 'Last 6 months',
  '1year': 'Last year',
  this_month: 'This month',
  last_calendar_month: 'Last calendar month',
  this_year: 'This year',
  custom: 'Custom dates',
}

export const COMPARISON_WORDS: Record<Comparison, string> = {
  previous: 'Previous period',
  last_year: 'Same period last year',
  none: 'Nothing',
}

export const ACTIVITY_WORDS: Record<Activity, string> = {
  active: 'Active customers',
  inactive: 'Inactive customers',
  all: 'All customers',
  not_back: 'Not back this period',
}

export const GROUP_BY_WORDS: Record<GroupBy, string> = {
  type: 'Customer type',
  recency: 'Recency',
  rfm: 'RFM segment',
  branch: 'Branch',
  visit: 'New and returning',
}

export const ORDER_TYPE_WORDS: Record<OrderType, string> = {
  service: 'Service',
  sales: 'Sales',
  consultation: 'Consultation',
}

/** The same where there is little room, with the whole word for those who listen. */
export const ORDER_TYPE_SHORT_WORDS: Record<OrderType, string> = { ...ORDER_TYPE_WORDS, consultation: 'Consult.' }

export const SORT_WORDS: Record<CustomerSort, string> = {
  revenue: 'Revenue',
  orders: 'Orders',
  last_order: 'Last order',
  name: 'Name',
  registered: 'Registered',
  previous_revenue: 'Revenue before',
}

/** The words on the screen for what has become of an order. */
export const ORDER_STATUS_WORDS: Record<OrderStatus, string> = {
  created: 'Created',
  in_progress: 'In progress',
  completed: 'Completed',
  cancelled: 'Cancelled',
}

/** The words on the screen for what a private person is to their vehicles. */
export const PERSON_ROLE_WORDS: Record<PersonRole, string> = { owner: 'Owner', driver: 'Driver' }

/** The words on the screen for where an order was entered. */
export const ORDER_SOURCE_WORDS: Record<OrderSource, string> = {
  registration: 'Registration',
  order_page: 'Order page',
  import: 'Import',
  api: 'Program',
}

/** The words on the screen for the parts of a period. */
export const BUCKET_WORDS: Record<Bucket, string> = { day: 'Day', week: 'Week', month: 'Month' }

/** The words on the screen for what is looked at over time. */
export const SERIES_MEASURE_WORDS: Record<SeriesMeasure, string> = {
  revenue: 'Revenue',
  orders: 'Orders',
  active_customers: 'Active customers',
  new_returning: 'New and returning',
  order_types: 'Order types',
}
