import type { Business } from '@/lib/business'
import { neutralise } from '@/lib/csv/formula-text'
import type { GroupCustomer } from '@/lib/customer-groups/contract'
import type { ListColumn } from '@/lib/customer-groups/list-columns'
import { valueChange } from '@/lib/customer-groups/value-change'
import { localDayOf } from '@/lib/entry/local-day'
import { describeChange } from './change'
import { VISIT_WORDS } from './filter-words'
import { LIST_COLUMN_WORDS } from './list-words'
import { formatDecimal } from './number'
import { placementInWords } from './placement-words'
import { shareOf } from './share'

export type CopiedFrame = { business: Business; groupName: string; groupRevenue: number; from: string }

type Value = string | number | null

/** The rows that a list shows as a table of texts and true numbers, for a spreadsheet; amounts are in major units. */
export function copiedList(
  columns: readonly ListColumn[],
  customers: readonly GroupCustomer[],
  frame: CopiedFrame,
): { text: string; html: string } {
  const head = columns.map((name) => headOf(name, frame.business.currency))
  const rows = customers.map((customer) => columns.map((name) => plainValue(name, customer, frame)))
  const written = [head, ...rows].map((row) => row.map((value) => writtenOf(value)).join('\t'))
  const cells = (row: readonly Value[], tag: 'td' | 'th') =>
    `<tr>${row.map((value) => cellOf(value, tag)).join('')}</tr>`
  const html = `<table>${cells(head, 'th')}${rows.map((row) => cells(row, 'td')).join('')}</table>`
  return { text: written.join('\n'), html }
}

function headOf(name: ListColumn, currency: string): string {
  const isAmount = ['revenue', 'previous_revenue', 'visits_change', 'value_change'].includes(name)
  return isAmount ? `${LIST_COLUMN_WORDS[name]}, ${currency}` : LIST_COLUMN_WORDS[name]
}

function plainValue(name: ListColumn, customer: GroupCustomer, frame: CopiedFrame): Value {
  const { business, groupName, groupRevenue, from } = frame
  const { timeZone, currencyDigits: digits } = business
  const dayOf = (at: string | null) => (at === null ? null : localDayOf(new Date(at), timeZone))
  const values: Record<ListColumn, () => Value> = {
    name: () => customer.full_name,
    registered: () => dayOf(customer.registered_at),
    orders: () => customer.total_orders,
    service: () => customer.service_orders,
    sales: () => customer.sales_orders,
    consultation: () => customer.consultation_orders,
    completed: () => customer.completed_orders,
    revenue: () => customer.revenue,
    share: () => shareOf(customer.revenue, groupRevenue),
    previous_orders: () => customer.previous_orders,
    previous_revenue: () => customer.previous_revenue,
    change: () => changeInWords(customer, digits),
    visits_change: () => customer.visits_change,
    value_change: () => valueChange(customer, digits),
    last_order: () => dayOf(customer.last_order_date),
    visit: () => customer.visit && VISIT_WORDS[customer.visit],
    placement: () => placementInWords(customer.placement, { groupName, from, business }),
  }
  return values[name]()
}

function changeInWords({ revenue, previous_revenue }: GroupCustomer, digits: number): string | null {
  if (previous_revenue === null) return null
  return describeChange(revenue, previous_revenue, (value) => formatDecimal(value, digits)).words
}

/** Marks by which a page keeps names of either direction apart; in a cell they would be dirt. */
const ISOLATES = /[\u2066-\u2069]/g

/** A text that would be a formula is made harmless; what would break a row is a space. */
function writtenOf(value: Value): string {
  return typeof value === 'string'
    ? neutralise(value.replaceAll(ISOLATES, '').replaceAll(/[\t\r\n]+/g, ' '))
    : String(value ?? '')
}

/** Spreadsheets read the attributes, so that a number is one whatever sign their reader uses for decimals. */
function cellOf(value: Value, tag: 'td' | 'th'): string {
  const number = typeof value === 'number' ? ` sdval="${value}" x:num="${value}"` : ''
  return `<${tag}${number}>${escaped(writtenOf(value))}</${tag}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
