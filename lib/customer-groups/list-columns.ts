import {
  type Activity,
  type Comparison,
  CUSTOMER_SORTS,
  type CustomerSort,
  showsOrders,
  type Visit,
} from '@/lib/definitions'

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

const OF_NEITHER = ['name', 'registered', 'placement'] as const satisfies readonly ListColumn[]

const OF_BOTH = [
  'name',
  'orders',
  'revenue',
  'previous_orders',
  'previous_revenue',
  'visits_change',
  'value_change',
] as const satisfies readonly ListColumn[]

type Listed = { activity: Activity; visits: 'all' | Visit; compare: Comparison }

/**
 * Lists have columns of their own by what there is to tell: the period, the one before, how both differ, or neither, where
 * the customers have no order in the period and nothing is compared with.
 */
export type ListKind = 'period' | 'before' | 'both' | 'neither'

export function listKind({ activity, visits, compare }: Listed): ListKind {
  if (!showsOrders(activity)) return compare === 'none' ? 'neither' : 'before'
  return visits === 'continued' ? 'both' : 'period'
}

/** The columns for somebody who has not chosen. */
export function usualColumns(kind: ListKind): readonly ListColumn[] {
  return { period: OF_THE_PERIOD, before: OF_THE_ONE_BEFORE, both: OF_BOTH, neither: OF_NEITHER }[kind]
}

/** What a list can be sorted by: by what was before only where something is compared with. */
export function sortsOf(compare: Comparison): readonly CustomerSort[] {
  return CUSTOMER_SORTS.filter((sort) => compare !== 'none' || sort !== 'previous_revenue')
}

type Usually = { activity?: Activity; compare?: Comparison }

/** The sort for somebody who has not chosen, always from the greatest. */
export function usualSort({ activity = 'active', compare = 'previous' }: Usually): CustomerSort {
  return showsOrders(activity) || compare === 'none' ? 'revenue' : 'previous_revenue'
}

/** The sort after the choice of other customers: the usual one gives way to theirs, a chosen one stays while it can. */
export function sortAfter(
  { sort = 'revenue', ...before }: Usually & { sort?: CustomerSort },
  next: Usually,
): CustomerSort {
  if (sort !== usualSort(before) && sortsOf(next.compare ?? 'previous').includes(sort)) return sort
  return usualSort(next)
}
