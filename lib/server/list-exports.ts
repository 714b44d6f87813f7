import type pg from 'pg'
import type { Caller } from '@/db/access'
import { openCustomersListExport } from '@/db/queries/customers-list-export'
import type { Frame } from '@/db/queries/frame'
import type { OpenRows } from '@/db/queries/open-rows'
import { openOrdersListExport } from '@/db/queries/orders-list-export'
import type { CustomersExportParams } from '@/lib/customers/list'
import { listAboutLines } from '@/lib/format/list-export-words'
import { type ExportedList, LIST_DEFINITIONS, type ListAbout, type ListTotals, listFilters } from '@/lib/list-export'
import type { OrdersExportParams } from '@/lib/orders/list'
import { visibleBranches } from './customer-export'
import { startExport } from './export-file'
import { CUSTOMER_LIST_COLUMNS, orderListColumns } from './list-columns'
import { inFormat, type TableColumn } from './table-export'

/** The names of the sheets of rows, by what they list. */
export const LIST_SHEETS: Record<ExportedList, string> = { customers: 'Customers', orders: 'Orders' }

/** All customers that match as a file. Throws RequestError 503 while two other exports run, and what the query throws. */
export function exportCustomersList(pool: pg.Pool, caller: Caller, params: CustomersExportParams, signal: AbortSignal) {
  return startExport(pool, caller, signal, async () => {
    const visible = await visibleBranches(pool, caller)
    const opened = await openCustomersListExport(pool, caller.scope, params)
    return listFile('customers', opened, CUSTOMER_LIST_COLUMNS, params, visible)
  })
}

/** All orders that match as a file. Throws RequestError 503 while two other exports run, and what the query throws. */
export function exportOrdersList(pool: pg.Pool, caller: Caller, params: OrdersExportParams, signal: AbortSignal) {
  return startExport(pool, caller, signal, async () => {
    const visible = await visibleBranches(pool, caller)
    const opened = await openOrdersListExport(pool, caller.scope, params)
    return listFile('orders', opened, orderListColumns(opened.frame.currency), params, visible)
  })
}

type OpenList<Row> = OpenRows<Row> & { frame: Frame; totals: ListTotals }

/** A workbook has no last row of totals, for it is imported as it is. */
async function listFile<Row extends { id: string }>(
  list: ExportedList,
  opened: OpenList<Row>,
  columns: readonly TableColumn<Row>[],
  params: CustomersExportParams | OrdersExportParams,
  visible: string[] | null,
) {
  const { frame, totals } = opened
  const about = aboutOf(list, frame, listFilters(params), visible)
  const said = { about, totals, aboutLines: listAboutLines(about, totals), definitions: LIST_DEFINITIONS[list] }
  const rows = { sheet: LIST_SHEETS[list], columns, rows: opened, digits: frame.currencyDigits, lastRow: null }
  try {
    return {
      ...inFormat(params.format, { ...said, ...rows }),
      filename: `${list}-${frame.days.last}.${params.format}`,
      detail: { list, ...withoutWords(params), rows: totals.rows },
    }
  } catch (error) {
    await opened.close()
    throw error
  }
}

function aboutOf(
  list: ExportedList,
  { asOf, timeZone, currency }: Frame,
  filters: Record<string, string>,
  visible: string[] | null,
): ListAbout {
  const query = new URLSearchParams(filters).toString()
  return { list, as_of: asOf, time_zone: timeZone, currency, filters, query, visible_branches: visible }
}

/** The filters, without the words of a search, which are mostly somebody's name or phone, and without what is not exported by. */
function withoutWords(params: CustomersExportParams | OrdersExportParams) {
  const { q, page, page_size, columns, ...filters } = params
  return { ...filters, searched: q !== '' }
}
