import type { GroupsParams } from './params'

type Filters = Pick<
  GroupsParams,
  'min_orders' | 'revenue_from' | 'revenue_to' | 'last_order_before' | 'visits' | 'vehicle'
>

/** The filters of a list as choices of its URL; null takes one out. */
export type FilterChoices = { [Name in keyof Filters]: Filters[Name] | null }

/** The choices that take every filter out. */
export const NO_FILTERS = {
  min_orders: null,
  revenue_from: null,
  revenue_to: null,
  last_order_before: null,
  visits: null,
  vehicle: null,
} as const satisfies FilterChoices

/** The choices that close the open group: what narrowed its list ends with it, for it would narrow unseen. */
export const CLOSED = { group: null, q: null, ...NO_FILTERS } as const

/** Parameters without what narrows a list beside its search. */
export function withoutFilters(params: GroupsParams): GroupsParams {
  const { min_orders, revenue_from, revenue_to, last_order_before, ...kept } = params
  return { ...kept, visits: 'all', vehicle: 'all' }
}

/** Parameters that open no group, and so narrow no list. */
export function withoutGroup(params: GroupsParams): GroupsParams {
  return { ...withoutFilters(params), group: 'all', q: '' }
}
