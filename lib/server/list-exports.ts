import type pg from 'pg'
import type { Caller } from '@/db/access'
import { type ListedCustomerRow, openCustomersListExport } from '@/db/queries/customers-list-export'
import { type ListedOrderRow, openOrdersListExport } from '@/db/queries/orders-list-export'
import { neutralise } from '@/lib/csv/formula-text'
import type { CustomersExportParams } from '@/lib/customers/list'
import { toDecimal } from '@/lib/money'
import type { OrdersExportParams } from '@/lib/orders/list'
import { startCsvExport } from './csv-export'

const CUSTOMER_TEXTS = [
  'external_id',
  'full_name',
  'organization_name',
  'group',
  'group_name',
  'phone',
  'email',
  'branch',
] as const
const CUSTOMER_COLUMNS = [...CUSTOMER_TEXTS, 'registered_at', 'last_order_date', 'total_orders', 'revenue']

/** All customers that match as a file. Throws RequestError 503 while two other exports run, and what the query throws. */
export function exportCustomersList(pool: pg.Pool, caller: Caller, params: CustomersExportParams, signal: AbortSignal) {
  return startCsvExport(pool, caller, signal, async () => {
    const opened = await openCustomersListExport(pool, caller.scope, params)
    const { days, currencyDigits } = opened.frame
    return {
      filename: `customers-${days.last}.csv`,
      columns: CUSTOMER_COLUMNS,
      toCells: (row: ListedCustomerRow) => [
        ...CUSTOMER_TEXTS.map((column) => neutralise(row[column] ?? '')),
        row.registered_at,
        row.last_order_date ?? '',
        row.total_orders,
        toDecimal(row.revenue_minor, currencyDigits),
      ],
      rows: opened,
      detail: { list: 'customers', ...withoutWords(params) },
    }
  })
}

const ORDER_HEAD = [
  'external_id',
  'customer_external_id',
  'full_name',
  'group',
  'type',
  'status',
  'branch',
  'plate',
  'description',
  'source',
] as const
const ORDER_COLUMNS = [...ORDER_HEAD, 'amount', 'ordered_at', 'entered_at']

/** All orders that match as a file. Throws RequestError 503 while two other exports run, and what the query throws. */
export function exportOrdersList(pool: pg.Pool, caller: Caller, params: OrdersExportParams, signal: AbortSignal) {
  return startCsvExport(pool, caller, signal, async () => {
    const opened = await openOrdersListExport(pool, caller.scope, params)
    const { days, currencyDigits } = opened.frame
    return {
      filename: `orders-${days.last}.csv`,
      columns: ORDER_COLUMNS,
      toCells: (row: ListedOrderRow) => [
        ...ORDER_HEAD.map((column) => neutralise(row[column] ?? '')),
        toDecimal(row.amount_minor, currencyDigits),
        row.ordered_at,
        row.created_at,
      ],
      rows: opened,
      detail: { list: 'orders', ...withoutWords(params) },
    }
  })
}

/** The filters, without the words of a search, which are mostly somebody's name or phone, and without what is not exported by. */
function withoutWords<Params extends { q: string; page: number; page_size: number; columns: readonly string[] }>(
  params: Params,
) {
  const { q, page, page_size, columns, ...filters } = params
  return { ...filters, searched: q !== '' }
}
