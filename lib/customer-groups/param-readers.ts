import {
  ACTIVITIES,
  BUCKETS,
  COMPARISONS,
  CUSTOMER_SORTS,
  GROUP_MOMENTS,
  GROUPINGS,
  ORDER_TYPES,
  PERIODS,
  SERIES_MEASURES,
  SORT_DIRECTIONS,
  VISITS,
} from '@/lib/definitions'
import { isDay, readDay } from '@/lib/read-day'
import type { GroupsParams } from './params'

/** What a parameter's text means; null where its contract does not take it. */
export type Reader<Value> = (text: string) => Value | null

export const PAGE_SIZE = 25
export const PAGE_SIZE_LIMIT = 100
export const PAGE_LIMIT = 1_000_000
export const SEARCH_LENGTH_LIMIT = 200

/** Keys of groups and codes of branches: lower-case words joined by hyphens or underscores. */
export const KEY = /^[a-z0-9][a-z0-9_-]{0,62}$/
const KEYS = new RegExp(`${KEY.source.slice(0, -1)}(,${KEY.source.slice(1, -1)})*$`)
export const WHOLE = /^[0-9]{1,9}$/
export const LEAST_ORDERS = /^[1-9][0-9]{0,6}$/
/** In major units. */
export const AMOUNT = /^[0-9]{1,13}([.][0-9]{1,4})?$/

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const FIRST_INSTANT = Date.UTC(1900, 0, 1)
const LAST_INSTANT = Date.UTC(2200, 0, 1)

/** Whether an instant lies in the years that are asked about. */
export function isInRange(instant: string): boolean {
  return Date.parse(instant) >= FIRST_INSTANT && Date.parse(instant) < LAST_INSTANT
}

export const oneOf =
  <const Value extends string>(values: readonly Value[]): Reader<Value> =>
  (text) =>
    values.find((value) => value === text) ?? null

export const matching =
  (pattern: RegExp): Reader<string> =>
  (text) =>
    pattern.test(text) ? text : null

export const count =
  (last: number): Reader<number> =>
  (text) =>
    WHOLE.test(text) && Number(text) >= 1 && Number(text) <= last ? Number(text) : null

export function readInstant(text: string): string | null {
  const day = INSTANT.exec(text)?.[1]
  return day !== undefined && isDay(day) && isInRange(text) ? new Date(text).toISOString() : null
}

function readSearch(text: string): string | null {
  const trimmed = text.trim()
  return text.includes('\u0000') || trimmed.length > SEARCH_LENGTH_LIMIT ? null : trimmed
}

/**
 * The parameters as the page reads them out of its URL, by hand: the contract's own parser would be a sixth of all code that
 * a browser loads first. A test holds both to the same.
 */
export const groupsReaders = {
  period: oneOf(PERIODS),
  from: readDay,
  to: readDay,
  compare: oneOf(COMPARISONS),
  group: matching(KEY),
  activity: oneOf(ACTIVITIES),
  order_type: oneOf(['all', ...ORDER_TYPES]),
  branch: matching(KEY),
  group_by: oneOf(GROUPINGS),
  group_at: oneOf(GROUP_MOMENTS),
  as_of: readInstant,
  q: readSearch,
  min_orders: (text: string) => (LEAST_ORDERS.test(text) ? Number(text) : null),
  revenue_from: matching(AMOUNT),
  revenue_to: matching(AMOUNT),
  last_order_before: readDay,
  visits: oneOf(['all', ...VISITS]),
  vehicle: oneOf(['all', 'with', 'without']),
  sort: oneOf(CUSTOMER_SORTS),
  dir: oneOf(SORT_DIRECTIONS),
  page: count(PAGE_LIMIT),
  page_size: count(PAGE_SIZE_LIMIT),
} satisfies { [Name in keyof GroupsParams]-?: Reader<NonNullable<GroupsParams[Name]>> }

/** What is asked for by whoever asks for nothing. */
export const GROUPS_DEFAULTS = {
  period: '6months',
  compare: 'previous',
  group: 'all',
  activity: 'active',
  order_type: 'all',
  branch: 'all',
  group_by: 'type',
  group_at: 'now',
  q: '',
  visits: 'all',
  vehicle: 'all',
  sort: 'revenue',
  dir: 'desc',
  page: 1,
  page_size: PAGE_SIZE,
} as const

/** How the page shows the figures over time, and whose change of revenue it explains, which is in its URL alone. */
export const viewReaders = {
  measure: oneOf(SERIES_MEASURES),
  bucket: oneOf(['auto', ...BUCKETS]),
  /** The keys of the series that are not drawn, joined by commas. */
  hidden: matching(KEYS),
  bridge: matching(KEY),
}

export const VIEW_DEFAULTS = { measure: 'revenue', bucket: 'auto' } as const
