import { type Activity, type CustomerSort, showsOrders, type Visit } from '@/lib/definitions'

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
  'visits_change',
  'value_change',
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

const OF_BOTH = [
  'name',
  'orders',
  'revenue',
  'previous_orders',
  'previous_revenue',
  'visits_change',
  'value_change',
] as const satisfies readonly ListColumn[]

type Listed = { activity: Activity; visits: 'all' | Visit }

/** Lists have columns of their own by what there is to tell: the period, the one before, or how both differ. */
export type ListKind = 'period' | 'before' | 'both'

export function listKind({ activity, visits }: Listed): ListKind {
  if (!showsOrders(activity)) return 'before'
  return visits === 'continued' ? 'both' : 'period'
}

/** The columns for somebody who has not chosen. */
export function usualColumns(kind: ListKind): readonly ListColumn[] {
  return { period: OF_THE_PERIOD, before: OF_THE_ONE_BEFORE, both: OF_BOTH }[kind]
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
