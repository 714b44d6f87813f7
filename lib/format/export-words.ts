import type { ExportAbout, ExportTotals } from '@/lib/customer-groups/export-contract'
import { EXPORT_DEFINITIONS } from '@/lib/customer-groups/export-definitions'
import type { ExportParams } from '@/lib/customer-groups/params'
import { formatDays, formatExactTime } from './date'
import { activeFilters } from './filter-words'
import { ACTIVITY_WORDS, COMPARISON_WORDS, GROUP_BY_WORDS, ORDER_TYPE_WORDS, PERIOD_WORDS, SORT_WORDS } from './words'

/** A line that says one thing of an export: counts and amounts as numbers, all else in words. */
export type AboutLine = { name: string; kind: 'words' | 'count' | 'amount'; value: string | number | null }

/** The names of the two lines that a program reads. */
export const QUERY_LINE = 'Query'
export const BRANCHES_LINE = 'Branches seen'
const ALL_BRANCHES = 'all'

/** What an export is of, in words: its dates, filters and sums, and what its columns mean. */
export function aboutLines(params: ExportParams, about: ExportAbout, totals: ExportTotals): AboutLine[] {
  const definitions = Object.entries(EXPORT_DEFINITIONS).map(([name, value]) => words(name, value))
  return [
    ...dateLines(about),
    ...filterLines(params, about.currency),
    ...seenLines(about),
    ...sumLines(totals, about),
    ...definitions,
  ]
}

/** The codes of a line of branches; null where it says all. */
export function readBranches(value: string): string[] | null {
  return value === ALL_BRANCHES ? null : value.split(',').map((code) => code.trim())
}

function dateLines({
  period,
  from,
  to,
  as_of,
  previous_from,
  previous_to,
  compare,
  time_zone,
}: ExportAbout): AboutLine[] {
  const compared = previous_from !== null && previous_to !== null
  return [
    words('Period', PERIOD_WORDS[period]),
    words('Days', formatDays(from, to, time_zone)),
    words('From, included', formatExactTime(from, time_zone)),
    words('To, not included', formatExactTime(to, time_zone)),
    words('As of', formatExactTime(as_of, time_zone)),
    words('Time zone', time_zone),
    words('Compared with', COMPARISON_WORDS[compare]),
    ...(compared ? [words('Days compared with', formatDays(previous_from, previous_to, time_zone))] : []),
  ]
}

function filterLines(params: ExportParams, currency: string): AboutLine[] {
  const { group, group_by, group_at, activity, order_type, branch, q, sort, dir } = params
  const filters = activeFilters(params, currency)
    .map(({ words: filter }) => filter)
    .join(', ')
  const lines: [string, string | false][] = [
    ['Grouped by', GROUP_BY_WORDS[group_by]],
    ['Type of customer', group_by === 'type' && (group_at === 'order' ? 'At the time of the order' : 'Today’s')],
    ['Group', group],
    ['Activity', ACTIVITY_WORDS[activity]],
    ['Order type', order_type === 'all' ? 'all' : ORDER_TYPE_WORDS[order_type]],
    ['Branch', branch],
    ['Search', q !== '' && q],
    ['Filters', filters !== '' && filters],
    ['Sorted by', `${SORT_WORDS[sort]}, ${dir === 'asc' ? 'ascending' : 'descending'}`],
  ]
  return lines.flatMap(([name, value]) => (value === false ? [] : [words(name, value)]))
}

function seenLines({ visible_branches, query }: ExportAbout): AboutLine[] {
  return [words(BRANCHES_LINE, visible_branches?.join(', ') ?? ALL_BRANCHES), words(QUERY_LINE, query)]
}

function sumLines(totals: ExportTotals, { currency }: ExportAbout): AboutLine[] {
  const count = (name: string, value: number): AboutLine => ({ name, kind: 'count', value })
  const amount = (name: string, value: number): AboutLine => ({ name: `${name}, ${currency}`, kind: 'amount', value })
  return [
    count('Rows', totals.rows),
    count('Customers', totals.customers),
    count('Orders', totals.total_orders),
    count('Service orders', totals.service_orders),
    count('Sales orders', totals.sales_orders),
    count('Consultation orders', totals.consultation_orders),
    count('Completed orders', totals.completed_orders),
    amount('Revenue', totals.revenue),
    ...(totals.previous_orders === null ? [] : [count('Orders before', totals.previous_orders)]),
    ...(totals.previous_revenue === null ? [] : [amount('Revenue before', totals.previous_revenue)]),
  ]
}

function words(name: string, value: string): AboutLine {
  return { name, kind: 'words', value }
}
