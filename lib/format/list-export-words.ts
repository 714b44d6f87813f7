import { LIST_DEFINITIONS, type ListAbout, type ListTotals } from '@/lib/list-export'
import { formatExactTime } from './date'
import { type AboutLine, BRANCHES_LINE, QUERY_LINE } from './export-words'

/** The name of the line that a program reads to know which list it is. */
export const LIST_LINE = 'List'

/** What the filters are called. */
const FILTER_WORDS: Readonly<Record<string, string>> = {
  from: 'First day',
  to: 'Last day',
  registered_from: 'Registered from',
  registered_to: 'Registered until',
  ordered: 'Last order',
  group: 'Group',
  branch: 'Branch',
  type: 'Order type',
  status: 'Status',
  source: 'Source',
  q: 'Search',
  sort: 'Sorted by',
  dir: 'Direction',
}

/** What an export of a list is of, in words: its moment, filters and sums, and what its columns mean. */
export function listAboutLines(about: ListAbout, totals: ListTotals): AboutLine[] {
  const { list, as_of, time_zone, currency, filters, visible_branches, query } = about
  const count = (name: string, value: number): AboutLine => ({ name, kind: 'count', value })
  const amount = (name: string, value: number): AboutLine => ({ name: `${name}, ${currency}`, kind: 'amount', value })
  return [
    words(LIST_LINE, list),
    words('As of', formatExactTime(as_of, time_zone)),
    words('Time zone', time_zone),
    ...Object.entries(filters).map(([name, value]) => words(FILTER_WORDS[name] ?? name, value)),
    words(BRANCHES_LINE, visible_branches?.join(', ') ?? 'all'),
    words(QUERY_LINE, query),
    count('Rows', totals.rows),
    count('Counted orders', totals.total_orders),
    amount('Revenue', totals.revenue),
    ...(totals.amount === null ? [] : [amount('Amounts of all rows', totals.amount)]),
    ...Object.entries(LIST_DEFINITIONS[list]).map(([name, value]) => words(name, value)),
  ]
}

function words(name: string, value: string): AboutLine {
  return { name, kind: 'words', value }
}
