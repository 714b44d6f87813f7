/**
 * The words of the product: what an order can be, what a period is called. Their meaning in SQL is `db/metrics.ts`
 * and `db/period-window.ts`, their meaning in prose `docs/metrics.md`.
 */

/** The order types partition the orders. */
export const ORDER_TYPES = ['service', 'sales', 'consultation'] as const
export type OrderType = (typeof ORDER_TYPES)[number]

/** An order counts unless it is cancelled. */
export const ORDER_STATUSES = ['created', 'in_progress', 'completed', 'cancelled'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** Where an order was entered. */
export const ORDER_SOURCES = ['registration', 'order_page', 'import', 'api'] as const
export type OrderSource = (typeof ORDER_SOURCES)[number]

/** What a private person is to the vehicles that they bring. */
export const PERSON_ROLES = ['owner', 'driver'] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

/** Periods of so many calendar months up to now, in the order in which they are offered. */
export const PERIOD_MONTHS = { '1month': 1, '3months': 3, '6months': 6, '1year': 12 } as const
export type MonthsPeriod = keyof typeof PERIOD_MONTHS
export const MONTHS_PERIODS = ['1month', '3months', '6months', '1year'] as const satisfies readonly MonthsPeriod[]

/** Every period; `custom` is from a first to a last local day. */
export const PERIODS = [...MONTHS_PERIODS, 'this_month', 'last_calendar_month', 'this_year', 'custom'] as const
export type Period = (typeof PERIODS)[number]

/** What a period's figures are compared with. */
export const COMPARISONS = ['previous', 'last_year', 'none'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** Which customers of a group are counted and listed; `not_back` are those of the previous period who did not come again. */
export const ACTIVITIES = ['active', 'inactive', 'all', 'not_back'] as const
export type Activity = (typeof ACTIVITIES)[number]

/** Whether the figures of orders are shown: those who had none in the period have none to show. */
export function showsOrders(activity: Activity): boolean {
  return activity === 'active' || activity === 'all'
}

/** What customers can be grouped by. Where a customer can be in several groups, totals are counted and not added up. */
export const GROUPINGS = ['type', 'recency', 'rfm', 'branch', 'visit'] as const
export type GroupBy = (typeof GROUPINGS)[number]

/** Whether an order counts under the type that its customer has now, or had at the order's time. */
export const GROUP_MOMENTS = ['now', 'order'] as const

/**
 * How an active customer came to be one: their first order ever lies in the period (new) or before it (returning); of
 * those before it, some were away in the previous period (resurrected) and some were not (continued).
 */
export const VISITS = ['new', 'returning', 'resurrected', 'continued'] as const
export type Visit = (typeof VISITS)[number]

/** What the list of customers can be sorted by. */
export const CUSTOMER_SORTS = ['revenue', 'orders', 'last_order', 'name', 'registered', 'previous_revenue'] as const
export type CustomerSort = (typeof CUSTOMER_SORTS)[number]

export const SORT_DIRECTIONS = ['desc', 'asc'] as const
export type SortDirection = (typeof SORT_DIRECTIONS)[number]

/** The key of the group that holds customers without a type. */
export const UNCLASSIFIED_GROUP = 'unclassified'

/** The key of the group whose members are persons, owners or drivers of what they bring. */
export const PERSONS_GROUP = 'personal'

/** The code of the branch of an order that names none. */
export const MAIN_BRANCH = 'main'

/** The groups that every installation begins with; a business adds its own, so code never lists them elsewhere. */
export const SEEDED_GROUPS = [
  { key: 'personal', name: 'Personal' },
  { key: 'company', name: 'Company' },
  { key: 'government', name: 'Government' },
  { key: 'ngo', name: 'NGO' },
  { key: UNCLASSIFIED_GROUP, name: 'Unclassified' },
] as const

/** Amounts stay below this many minor units, so that every sum fits a JSON number exactly. */
export const AMOUNT_MINOR_LIMIT = 10_000_000_000_000

/** The parts of a period that figures over time are told by, the shortest first. */
export const BUCKETS = ['day', 'week', 'month'] as const
export type Bucket = (typeof BUCKETS)[number]

/** What of a group can be looked at over time. */
export const SERIES_MEASURES = ['revenue', 'orders', 'active_customers', 'new_returning', 'order_types'] as const
export type SeriesMeasure = (typeof SERIES_MEASURES)[number]

/** The best so many per cent of a group's active customers, rounded up to whole ones; the last is the most. */
export const TOP_PERCENTS = [1, 3, 20] as const
