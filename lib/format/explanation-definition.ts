import type { ExplanationAnswer, LeftOutReason } from '@/lib/customer-groups/explanation/contract'
import { type ExplainedFigure, isSumOfCustomers } from '@/lib/customer-groups/explanation/figures'
import type { Activity } from '@/lib/definitions'
import { formatDate, formatDays, formatLastDay, formatToSecond, zoneCity } from './date'
import { ORDER_TYPE_WORDS } from './words'

type Explained = Pick<ExplanationAnswer, 'figure' | 'at' | 'place' | 'days' | 'meta' | 'group'>

/** Whom the activity filter counts. */
const WHO: Record<Activity, string> = {
  active: 'with at least one counted order in these days',
  inactive: 'who are registered and have no counted order in these days',
  all: 'who are registered, with an order in these days or without',
  not_back: 'who had a counted order in the days compared with and have none in these',
}

const DIFFERENCE = 'the revenue of these days less that of the days compared with'

const MEANS: Record<ExplainedFigure, (activity: Activity) => string> = {
  customer_count: (activity) => `Customers ${WHO[activity]}. Each counts once.`,
  active_count: () => `Customers ${WHO.active}. Each counts once.`,
  registered_count: () =>
    'Customers who were known before the end of the period: registered, or with an order of any status.',
  new_customers: () => 'Active customers whose first counted order ever lies in these days.',
  returning_customers: () => 'Active customers whose first counted order ever is earlier than these days.',
  total_orders: () => 'Counted orders in these days.',
  service_orders: () => 'Counted orders of the type service in these days.',
  sales_orders: () => 'Counted orders of the type sales in these days.',
  consultation_orders: () => 'Counted orders of the type consultation in these days.',
  completed_orders: () => 'Orders in these days whose status is completed.',
  cancelled_orders: () => 'Orders in these days that are cancelled. No other figure counts them.',
  total_revenue: () => 'The sum of the amounts of the counted orders in these days.',
  avg_orders: (activity) => `Counted orders in these days, divided by the customers ${WHO[activity]}.`,
  avg_revenue: (activity) => `Revenue of these days, divided by the customers ${WHO[activity]}.`,
  median_orders: (activity) =>
    `The customers ${WHO[activity]} stand in the order of their orders; the median is the one in the middle.`,
  median_revenue: (activity) =>
    `The customers ${WHO[activity]} stand in the order of their revenue; the median is the one in the middle.`,
  revenue_share: () => 'The revenue of these days, divided by that of the whole group.',
  top_1_share: () => ofBest(1),
  top_3_share: () => ofBest(3),
  top_20_share: () => ofBest(20),
  stopped_change: () =>
    `Of customers active in the days compared with and not in these: ${DIFFERENCE}, what they brought then and not now.`,
  new_change: () => `Of active customers whose first counted order ever lies in these days: ${DIFFERENCE}.`,
  resurrected_change: () =>
    `Of active customers with an earlier counted order, but none in the days compared with: ${DIFFERENCE}.`,
  visits_change: () =>
    'Of customers active in these days and in those compared with: the orders more or fewer, each at what an order of the customer brought then.',
  value_change: () =>
    'Of customers active in these days and in those compared with: what is left of the change of their revenue after that of their orders.',
}

function ofBest(percent: number): string {
  return `The active customers stand in the order of their revenue in these days; what the first ${percent} % of them bring, rounded up to whole customers, divided by the revenue of the whole group.`
}

const COMPARED = 'The days compared with'

/** What a figure means, with its own days and filters, a sentence each. */
export function definitionOf(explained: Explained): string[] {
  const { figure, at, days, meta } = explained
  const { time_zone, previous_from, previous_to } = meta
  const moment = (instant: string) => formatToSecond(instant, time_zone)
  const spanOf = (name: string, from: string, to: string) =>
    `${name} are ${formatDays(from, to, time_zone)}: from ${moment(from)} up to, and not including, ${moment(to)}, on the clock of ${zoneCity(time_zone)}.`
  const isOfBoth = (at === 'change' || isSumOfCustomers(figure)) && previous_from !== null && previous_to !== null
  return [
    MEANS[figure](meta.activity),
    ...(at === 'change' ? ['The change is the difference from the days compared with, divided by what was then.'] : []),
    spanOf(at === 'previous' ? COMPARED : 'These days', days.from, days.to),
    ...(isOfBoth ? [spanOf(COMPARED, previous_from, previous_to)] : []),
    countedOrder(explained),
    whoseFigure(explained),
    `Everything as of ${moment(meta.as_of)}.`,
  ]
}

function countedOrder({ meta: { order_type, branch } }: Explained): string {
  const type = order_type === 'all' ? '' : `, of the type ${ORDER_TYPE_WORDS[order_type].toLowerCase()}`
  return `An order counts unless it is cancelled${type}${branch === 'all' ? '' : `, in the branch ${branch}`}.`
}

function whoseFigure({ group, place, meta: { group_by, group_at } }: Explained): string {
  if (group === null) return 'All groups together: a customer counts once, also where it is in several.'
  const list = place === 'list' ? ` Only what the search and the filters of the list match.` : ''
  if (group_by === 'type' && group_at === 'order')
    return `${group.name}: an order counts under the type that its customer had at its time.${list}`
  const means = {
    type: 'the type that the customer has now',
    branch: 'the branch of the order',
    recency: 'how long ago the last counted order was at the end of the period',
    rfm: 'recency, number and revenue of the orders of the period',
    visit: 'whether the first counted order ever lies in the period',
  }[group_by]
  return `${group.name} is ${means}.${list}`
}

/** Why records are not in a figure, after their number: "12 cancelled". */
export function reasonWords(reason: LeftOutReason, { figure, place, days, meta }: Explained): string {
  const isStatus = figure === 'completed_orders' || figure === 'cancelled_orders'
  const words: Record<LeftOutReason, string> = {
    not_listed: 'not in the list',
    before_the_beginning: `before ${formatDate(days.from, meta.time_zone)}`,
    after_the_end: `after ${formatLastDay(days.to, meta.time_zone)}`,
    other_branch: 'in another branch',
    other_group: meta.group_by === 'branch' ? 'in another branch' : 'under another type at their time',
    other_type: 'of another type',
    cancelled: 'cancelled',
    other_kind: isStatus ? 'of another status' : 'of another type',
    activity: 'not shown: the page is of customers without an order',
    active: 'came in these days',
    other_part: 'came in another part of the period',
    only_cancelled: `with cancelled orders alone${place === 'bridge' ? '' : ' in these days'}`,
    not_back: 'came in the days compared with, not in these',
    without_order: 'without an order in these days',
    new: 'new',
    returning: 'returning',
    resurrected: 'back again, who did not come in the days compared with',
    continued: 'active in both periods',
    not_best: 'not among the best',
    not_both: 'not active in both periods',
  }
  return words[reason]
}
