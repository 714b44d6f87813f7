import { queryOptions } from '@tanstack/react-query'
import { fetchAnswer } from '@/components/query/fetch-answer'
import type { BridgeParams } from '@/lib/customer-groups/bridge-params'
import type { GroupsParams } from '@/lib/customer-groups/params'
import type { SeriesParams } from '@/lib/customer-groups/series-params'
import type { SinceParams } from '@/lib/customer-groups/since'
import { groupsHref, seriesHref } from '@/lib/url/groups-url'
import { orFirstPage } from './or-first-page'

const API = '/api/customer-groups-data'

const groupsContract = () => import('@/lib/customer-groups/contract').then((code) => code.groupsAnswerSchema)
const seriesContract = () => import('@/lib/customer-groups/series').then((code) => code.seriesAnswerSchema)
const sinceContract = () => import('@/lib/customer-groups/since').then((code) => code.sinceAnswerSchema)
const bridgeContract = () => import('@/lib/customer-groups/bridge').then((code) => code.bridgeAnswerSchema)

/** Every answer of the groups API that the cache holds. */
export const GROUPS_KEY = ['customer-groups'] as const

export type OverviewParams = Pick<
  GroupsParams,
  'period' | 'from' | 'to' | 'compare' | 'activity' | 'order_type' | 'branch' | 'group_by' | 'group_at' | 'as_of'
>
export type DetailsParams = Omit<GroupsParams, 'as_of'> & { as_of: string }

/** The part of the page's choices that the cards depend on; what narrows a list does not change them. */
export function overviewParams(params: GroupsParams): OverviewParams {
  const { period, from, to, compare, activity, order_type, branch, group_by, group_at, as_of } = params
  return { period, from, to, compare, activity, order_type, branch, group_by, group_at, as_of }
}

/** All groups at once; without `as_of` the window ends now, and the answer says when that was. */
export function overviewOptions(params: OverviewParams) {
  return queryOptions({
    queryKey: [...GROUPS_KEY, 'overview', { ...params, as_of: params.as_of ?? 'now' }] as const,
    queryFn: ({ signal }) => fetchAnswer(groupsHref(API, params), groupsContract, signal),
  })
}

/** One group with its customers, as of the overview that it was opened from. */
export function detailsOptions(params: DetailsParams) {
  return queryOptions({
    queryKey: [...GROUPS_KEY, 'details', params] as const,
    queryFn: ({ signal }) =>
      orFirstPage(params, (asked) => fetchAnswer(groupsHref(API, asked), groupsContract, signal)),
  })
}

/** The figures of every group over time, as of the overview that they belong to. */
export function seriesOptions(params: SeriesParams & { as_of: string }) {
  return queryOptions({
    queryKey: [...GROUPS_KEY, 'series', params] as const,
    queryFn: ({ signal }) => fetchAnswer(seriesHref('/api/customer-groups-series', params), seriesContract, signal),
  })
}

/** What was done to the window's orders since, for a link that stands at a moment of the past. */
export function sinceOptions(params: SinceParams) {
  return queryOptions({
    queryKey: [...GROUPS_KEY, 'since', params] as const,
    queryFn: ({ signal }) => fetchAnswer(groupsHref('/api/customer-groups-since', params), sinceContract, signal),
  })
}

/** Why every group's revenue changed, as of the overview that it belongs to. */
export function bridgeOptions(params: BridgeParams & { as_of: string }) {
  return queryOptions({
    queryKey: [...GROUPS_KEY, 'bridge', params] as const,
    queryFn: ({ signal }) => fetchAnswer(groupsHref('/api/customer-groups-bridge', params), bridgeContract, signal),
  })
}
