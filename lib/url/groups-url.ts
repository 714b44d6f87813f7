import { combinationProblems } from '@/lib/customer-groups/combinations'
import { explainReaders } from '@/lib/customer-groups/explanation/address-readers'
import {
  GROUPS_DEFAULTS,
  groupsReaders,
  type Reader,
  VIEW_DEFAULTS,
  viewReaders,
} from '@/lib/customer-groups/param-readers'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { type AskedRange, rangeProblems } from '@/lib/customer-groups/range-problems'
import type { SeriesParams } from '@/lib/customer-groups/series-params'
import { setInQuery } from './set-in-query'

const defaults: GroupsParams = GROUPS_DEFAULTS

/** Every name of it, so that whoever passes it on forgets none. */
type View = { [Name in keyof typeof viewReaders]: ReturnType<(typeof viewReaders)[Name]> }

/** The groups page under these choices, its figures over time and their change shown as they are in `view`. */
export function groupsPageHref(params: Choices, view: View): string {
  return `/customer-groups${groupsPageQuery(params, view)}`
}

/** The query of such an address alone, with its question mark, or nothing. */
export function groupsPageQuery(params: Choices, view: View): string {
  return setInQuery(groupsHref('', params), view, VIEW_DEFAULTS)
}

/** How figures over time and their change are shown, read from any query as leniently as `readGroupsUrl`. */
export function readGroupsView(searchParams: URLSearchParams): View {
  const { measure, bucket, hidden, bridge } = viewReaders
  const read = <Value>(name: string, reader: Reader<Value>) => reader(searchParams.get(name) ?? '')
  return {
    measure: read('measure', measure),
    bucket: read('bucket', bucket),
    hidden: read('hidden', hidden),
    bridge: read('bridge', bridge),
  }
}

/** The series API's address for what the page's choices and `bucket` ask for. */
export function seriesHref(path: string, { bucket, ...params }: SeriesParams): string {
  return setInQuery(groupsHref(path, params), { bucket }, VIEW_DEFAULTS)
}

/** In the order in which a link has them. */
const NAMES = Object.keys(groupsReaders)

/** What a URL says: null where it says nothing and there is no default. */
type GroupsState = {
  [Name in keyof typeof groupsReaders]: Name extends Exclude<keyof typeof GROUPS_DEFAULTS, 'period'>
    ? GroupsParams[Name]
    : NonNullable<GroupsParams[Name]> | null
}

function load(searchParams: URLSearchParams): GroupsState {
  const { period: _, ...usual } = GROUPS_DEFAULTS
  const read = Object.entries(groupsReaders).map(([name, reader]) => {
    const text = searchParams.get(name)
    return [name, text === null ? null : reader(text)] as const
  })
  const given = read.filter(([name, value]) => value !== null || !(name in usual))
  // The cast names what the readers have filled: every parameter that is listed.
  return { ...usual, ...Object.fromEntries(given) } as GroupsState
}

/** The state of a URL, with null for what has no value, as the contract's parameters. */
export function toGroupsParams(state: GroupsState): GroupsParams {
  const { as_of, period, from, to, min_orders, revenue_from, revenue_to, last_order_before, ...choices } = state
  const range = understoodRange({ period: period ?? undefined, from: from ?? undefined, to: to ?? undefined })
  const optional = withoutNulls({ as_of, min_orders, revenue_from, revenue_to, last_order_before })
  return withoutProblems({ ...choices, ...range, ...optional })
}

/** What does not go with the other choices reads as its default. */
function withoutProblems(params: GroupsParams): GroupsParams {
  const names = combinationProblems(params).map(({ name }) => name)
  if (names.length === 0) return params
  const kept = Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name)))
  return { ...defaults, ...kept }
}

function withoutNulls<State extends object>(state: State) {
  const entries = Object.entries(state).filter(([, value]) => value !== null)
  // The cast says what the filter did.
  return Object.fromEntries(entries) as { [Name in keyof State]?: NonNullable<State[Name]> }
}

/** A period with its days, or without them where they do not go together; then a custom one is the default. */
function understoodRange({ period, from, to }: AskedRange): Pick<GroupsParams, 'period' | 'from' | 'to'> {
  const days = from !== undefined && to !== undefined && rangeProblems({ period, from, to }).length === 0
  if (days) return { period: 'custom', from, to }
  return { period: period === undefined || period === 'custom' ? defaults.period : period }
}

/** Reads any query string leniently: what the contract does not take reads as its default. Never throws. */
export function readGroupsUrl(searchParams: URLSearchParams): GroupsParams {
  return toGroupsParams(load(searchParams))
}

/** `path` with the parameters that are not their defaults; null is a default. */
export function groupsHref(path: string, params: Choices): string {
  const written = new Map(Object.entries(toGroupsUrl(params)))
  return setInQuery(path, Object.fromEntries(NAMES.map((name) => [name, written.get(name)])), defaults)
}

/** What to change in the URL; null takes a parameter out, which is its default. */
export type Choices = { [Name in keyof GroupsParams]?: GroupsParams[Name] | null }

/** Choices as they are written: the default period leaves no trace, and one that is not custom no days. */
export function toGroupsUrl(choices: Choices): Choices {
  if (choices.period === undefined || choices.period === 'custom') return choices
  return { ...choices, period: choices.period === defaults.period ? null : choices.period, from: null, to: null }
}

const besides = { ...viewReaders, ...explainReaders }
const readers = new Map<string, Reader<string | number>>(Object.entries({ ...groupsReaders, ...besides }))

export type NotUnderstood = { name: string; value: string }

/**
 * What `readGroupsUrl` passed over: unknown parameters, values that the contract does not take, days that do not go
 * with each other or the period, and repetitions (the first one counts).
 */
export function notUnderstood(searchParams: URLSearchParams): NotUnderstood[] {
  const names = [...new Set(searchParams.keys())]
  const read = readGroupsUrl(searchParams)
  const { from, period } = read
  return names.flatMap((name) =>
    searchParams.getAll(name).flatMap((value, index) => {
      const isRange = name === 'from' || name === 'to' || (name === 'period' && value === 'custom')
      const isLeftOut = isRange && (from === undefined || period !== 'custom')
      const understood = index === 0 && !isLeftOut && isAsRead(read, name, value)
      return understood ? [] : [{ name, value }]
    }),
  )
}

/** Whether the contract takes a value, and it was not passed over because of the others. */
function isAsRead(read: GroupsParams, name: string, value: string): boolean {
  const meant = readers.get(name)?.(value) ?? null
  if (meant === null) return false
  return name in besides || Object.entries(read).some(([field, found]) => field === name && found === meant)
}
