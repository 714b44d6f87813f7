import { z } from 'zod'
import { isoInstant, money, whole } from '@/lib/figures'

/** The lists that are exported whole. */
export const EXPORTED_LISTS = ['customers', 'orders'] as const
export type ExportedList = (typeof EXPORTED_LISTS)[number]

/** What the rows of an export of a list add up to; `total_orders` and `revenue` are of counted orders. */
export const listTotalsSchema = z.object({
  rows: whole,
  total_orders: whole,
  revenue: money,
  /** The amounts of all rows, cancelled orders too; null of customers. */
  amount: money.nullable(),
})
export type ListTotals = z.infer<typeof listTotalsSchema>

/** What an export of a list says of itself. */
export const listAboutSchema = z.object({
  list: z.enum(EXPORTED_LISTS),
  as_of: isoInstant,
  time_zone: z.string(),
  /** ISO 4217. */
  currency: z.string(),
  /** What was asked for. */
  filters: z.record(z.string(), z.string()),
  /** The same as a query string. */
  query: z.string(),
  /** The codes of the branches that its reader may see; null means all of them. */
  visible_branches: z.array(z.string()).nullable(),
})
export type ListAbout = z.infer<typeof listAboutSchema>

type AskedList = { page: number; page_size: number; columns: readonly string[]; format: string }

/** The parameters of an export of a list that choose or sort rows, as texts; blank ones are left out. */
export function listFilters<Params extends AskedList>(params: Params): Record<string, string> {
  const { page, page_size, columns, format, ...filters } = params
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}

const SET = 'as it was set; blank where it is derived from the orders. The import takes this one.'

/** What the columns of these exports say, in words, where their names do not. */
export const LIST_DEFINITIONS: Record<ExportedList, Readonly<Record<string, string>>> = {
  customers: {
    external_id:
      'The external id, or where there is none the id of the record here, by which an import knows it again.',
    branch: 'The home branch.',
    last_order_date: 'The latest order that is not cancelled, whenever it was.',
    total_orders: 'All orders that are not cancelled, whenever they were.',
    revenue: 'The sum of their amounts, in the currency of the business.',
    set_branch: `The home branch ${SET}`,
    set_registered_at_utc: `The registration in UTC ${SET}`,
    entered_at_utc: 'When the customer was entered here, in UTC.',
  },
  orders: {
    external_id:
      'The external id, or where there is none the id of the record here, by which an import knows it again.',
    customer_external_id: 'The same of its customer, as in the export of customers.',
    amount: 'The exact amount. Rows include cancelled orders, which no figure counts.',
    ordered_at: 'The order date on the clock of the business.',
    ordered_at_utc: 'The same instant in UTC, to the microsecond. The import takes this one.',
    entered_at: 'When the order was entered here, on the clock of the business.',
  },
}
