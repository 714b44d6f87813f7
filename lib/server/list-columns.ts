import type { ListedCustomerRow } from '@/db/queries/customers-list-export'
import type { ListedOrderRow } from '@/db/queries/orders-list-export'
import type { ColumnKind, TableColumn } from './table-export'

type Told<Name> = readonly [name: Name, kind: ColumnKind, width: number]

/** The columns of the list of customers as they are exported; the last three are what the import takes. */
const CUSTOMERS: readonly Told<Exclude<keyof ListedCustomerRow, 'id' | 'totals' | 'revenue_minor'>>[] = [
  ['external_id', 'text', 14],
  ['full_name', 'text', 28],
  ['organization_name', 'text', 24],
  ['group', 'text', 14],
  ['group_name', 'text', 16],
  ['phone', 'text', 17],
  ['email', 'text', 28],
  ['branch', 'text', 12],
  ['branch_name', 'text', 16],
  ['registered_at', 'time', 19],
  ['last_order_date', 'time', 19],
  ['total_orders', 'count', 12],
]
const CUSTOMERS_TO_MOVE: typeof CUSTOMERS = [
  ['set_branch', 'text', 12],
  ['set_registered_at_utc', 'text', 28],
  ['entered_at_utc', 'text', 28],
]

export const CUSTOMER_LIST_COLUMNS: readonly TableColumn<ListedCustomerRow>[] = [
  ...CUSTOMERS.map(inRow),
  { name: 'revenue', kind: 'amount', width: 18, cellOf: (row) => row.revenue_minor },
  ...CUSTOMERS_TO_MOVE.map(inRow),
]

const ORDERS: readonly Told<Exclude<keyof ListedOrderRow, 'id' | 'totals' | 'amount_minor'>>[] = [
  ['external_id', 'text', 14],
  ['customer_external_id', 'text', 20],
  ['full_name', 'text', 28],
  ['group', 'text', 14],
  ['type', 'text', 14],
  ['status', 'text', 13],
  ['branch', 'text', 12],
  ['branch_name', 'text', 16],
  ['plate', 'text', 12],
  ['description', 'text', 36],
  ['source', 'text', 13],
]
const ORDER_TIMES: typeof ORDERS = [
  ['ordered_at', 'time', 19],
  ['ordered_at_utc', 'text', 28],
  ['entered_at', 'time', 19],
]

/** The columns of the list of orders as they are exported; every amount is in `currency`. */
export function orderListColumns(currency: string): readonly TableColumn<ListedOrderRow>[] {
  return [
    ...ORDERS.map(inRow),
    { name: 'amount', kind: 'amount', width: 18, cellOf: (row) => row.amount_minor },
    { name: 'currency', kind: 'text', width: 9, cellOf: () => currency },
    ...ORDER_TIMES.map(inRow),
  ]
}

function inRow<Name extends string>([name, kind, width]: Told<Name>): TableColumn<
  Record<Name, string | number | null>
> {
  return { name, kind, width, cellOf: (row) => row[name] }
}
