import { type Activity, type CustomerSort, showsOrders } from '@/lib/definitions'

/** What the list of a group's customers can show, in the order of its columns; the first is always shown. */
export const LIST_COLUMNS = [
  'name',
  'registered',
  'orders',
  'service',
  'sales',
  'consultation',
  'completed',
  'revenue',
  'share',
  'previous_orders',
  'previous_revenue',
  'change',
  'last_order',
  'visit',
  'placement',
] as const
export type ListColumn = (typeof LIST_COLUMNS)[number]

const OF_THE_PERIOD = [
  'name',
  'registered',
  'orders',
  'service',
  'sales',
  'consultation',
  'completed',
  'revenue',
  'last_order',
  'placement',
] as const satisfies readonly ListColumn[]

const OF_THE_ONE_BEFORE = [
  'name',
  'registered',
  'previous_orders',
  'previous_revenue',
  'placement',
] as const satisfies readonly ListColumn[]

/** The columns for somebody who has not chosen: of those who had no order in the period, what they were before. */
export function usualColumns(activity: Activity): readonly ListColumn[] {
  return showsOrders(activity) ? OF_THE_PERIOD : OF_THE_ONE_BEFORE
}

/** The sort for somebody who has not chosen, always from the greatest. */
export function usualSort(activity: Activity): CustomerSort {
  return showsOrders(activity) ? 'revenue' : 'previous_revenue'
}

/** The sort after the choice of other customers: the usual one gives way to theirs, a chosen one stays. */
export function sortAfter(
  { activity, sort }: { activity: Activity; sort: CustomerSort },
  next: Activity,
): CustomerSort {
  return sort === usualSort(activity) ? usualSort(next) : sort
}
