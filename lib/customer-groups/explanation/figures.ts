import { type Activity, showsOrders, TOP_PERCENTS } from '@/lib/definitions'

/** Counted orders, or the cancelled ones, one by one. */
export const ORDER_FIGURES = [
  'total_orders',
  'service_orders',
  'sales_orders',
  'consultation_orders',
  'completed_orders',
  'cancelled_orders',
] as const
export type OrderFigure = (typeof ORDER_FIGURES)[number]

/** What each customer has an amount of its own of, which no order has: the parts of a change of revenue. */
const OF_CHANGES = ['stopped_change', 'new_change', 'resurrected_change', 'visits_change', 'value_change'] as const

/** What the best so many per cent of a group's customers bring of its revenue: "top_20_share". */
export function topShare<Percent extends number>(percent: Percent): `top_${Percent}_share` {
  return `top_${percent}_share`
}

/**
 * Every figure that can be explained, under the name that the groups API has for it in a group; what the best bring is
 * there in `spread.top`, one by one, and the parts of a change are in the bridge, as `stopped.change`.
 */
export const EXPLAINED_FIGURES = [
  'customer_count',
  'active_count',
  'registered_count',
  'new_customers',
  'returning_customers',
  ...ORDER_FIGURES,
  'total_revenue',
  'avg_orders',
  'avg_revenue',
  'median_orders',
  'median_revenue',
  'revenue_share',
  ...TOP_PERCENTS.map(topShare),
  ...OF_CHANGES,
] as const
export type ExplainedFigure = (typeof EXPLAINED_FIGURES)[number]

/** The figure itself, that of the days compared with, or how both differ. */
export const MOMENTS = ['period', 'previous', 'change'] as const
export type Moment = (typeof MOMENTS)[number]

/**
 * What a figure is of: all groups, a group, what a list of it matches, one of its customers, a part of the period, or why
 * the revenue of a group or of all changed.
 */
export const PLACES = ['totals', 'group', 'list', 'customer', 'part', 'bridge'] as const
export type Place = (typeof PLACES)[number]

/** Which figures there are of what, in the period and to compare with. */
export const FIGURES_OF: Record<Place, Record<'period' | 'previous', readonly ExplainedFigure[]>> = {
  totals: {
    period: ['customer_count', 'active_count', 'registered_count', 'total_orders', 'total_revenue'],
    previous: ['active_count', 'total_orders', 'total_revenue'],
  },
  group: {
    period: EXPLAINED_FIGURES.filter((figure) => !isNotOfGroups(figure)),
    previous: ['active_count', 'total_orders', 'total_revenue'],
  },
  list: ofCustomers(['customer_count']),
  customer: ofCustomers([]),
  part: {
    period: [
      'total_orders',
      'service_orders',
      'sales_orders',
      'consultation_orders',
      'total_revenue',
      'active_count',
      'new_customers',
      'returning_customers',
    ],
    previous: [],
  },
  bridge: { period: ['total_revenue', ...OF_CHANGES], previous: ['total_revenue'] },
}

function isNotOfGroups(figure: ExplainedFigure): boolean {
  return figure === 'revenue_share' || isSumOfCustomers(figure)
}

/** Whether each customer brings an amount of its own to the figure, which no order has. */
export function isSumOfCustomers(figure: ExplainedFigure): figure is (typeof OF_CHANGES)[number] {
  return OF_CHANGES.some((change) => change === figure)
}

/** Of how many per cent of the customers a figure tells what they bring; null of any other figure. */
export function topPercentOf(figure: ExplainedFigure): number | null {
  return TOP_PERCENTS.find((percent) => topShare(percent) === figure) ?? null
}

/** Whether the customers that a figure is made of each have an amount, which adds up to it or to its numerator. */
export function hasAmounts(figure: ExplainedFigure, place: Place): boolean {
  return place === 'bridge' || isSumOfCustomers(figure) || topPercentOf(figure) !== null
}

/** Whether a figure is a part of a group's revenue, as a ratio. */
export function isShare(figure: ExplainedFigure): boolean {
  return figure === 'revenue_share' || topPercentOf(figure) !== null
}

function ofCustomers(others: readonly ExplainedFigure[]): (typeof FIGURES_OF)[Place] {
  const counted = ORDER_FIGURES.filter((figure) => figure !== 'cancelled_orders')
  return {
    period: [...others, ...counted, 'total_revenue', 'revenue_share', 'visits_change', 'value_change'],
    previous: ['total_orders', 'total_revenue'],
  }
}

/** The orders that a figure is made of, by the name of their count; null where it is made of customers. */
export function ordersOf(figure: ExplainedFigure): OrderFigure | null {
  const counted = ORDER_FIGURES.find((name) => name === figure)
  if (counted) return counted
  const isOfAll = ['total_revenue', 'avg_orders', 'avg_revenue', 'revenue_share'].includes(figure)
  return isOfAll ? 'total_orders' : null
}

/** Whether an activity filter of those without orders shows a group's figure as 0, whatever its customers did. */
export function isHiddenBy(activity: Activity, figure: ExplainedFigure): boolean {
  return (
    !showsOrders(activity) &&
    (ordersOf(figure) !== null || figure === 'new_customers' || figure === 'returning_customers')
  )
}
