import { createColumnHelper, metaHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table'
import type { GroupCustomer } from '@/lib/customer-groups/contract'
import type { CustomerSort, SortDirection } from '@/lib/definitions'
import { ORDER_TYPE_SHORT_WORDS } from '@/lib/format/words'
import { CustomerCell } from './customer-cell'

export type ColumnMeta = {
  align?: 'end'
  /** True where the column steps back when the table is narrow. */
  spare?: boolean
  /** The column's name where rows are cards; none where the value speaks for itself. */
  label?: string
}

export const customerTableFeatures = tableFeatures({ rowSortingFeature, columnMeta: metaHelper<ColumnMeta>() })

export type CustomerTableFormat = {
  count: (value: number) => string
  amount: (value: number) => React.ReactNode
  date: (instant: string) => string
  profileHref: (customerId: string) => string
  currency: string
}

const column = createColumnHelper<typeof customerTableFeatures, GroupCustomer>()

/** Names begin at A, everything else at the greatest. */
export function firstDirection(sort: CustomerSort): SortDirection {
  return sort === 'name' ? 'asc' : 'desc'
}

/** The columns of the list. A column that sorts has the contract's sort key as its id. */
export function customerColumns({ count, amount, date, profileHref, currency }: CustomerTableFormat) {
  return column.columns([
    column.accessor('full_name', {
      id: 'name',
      header: 'Customer',
      sortDescFirst: false,
      cell: ({ row }) => <CustomerCell customer={row.original} href={profileHref(row.original.id)} />,
    }),
    column.accessor('registered_at', {
      id: 'registered',
      header: 'Registered',
      sortDescFirst: true,
      cell: ({ getValue }) => date(getValue()),
      meta: { spare: true, label: 'Registered' },
    }),
    ...orderColumns(count),
    column.accessor('revenue', {
      header: `Revenue, ${currency}`,
      sortDescFirst: true,
      cell: ({ getValue }) => amount(getValue()),
      meta: { align: 'end', label: 'Revenue' },
    }),
    column.accessor('last_order_date', {
      id: 'last_order',
      header: 'Last order',
      sortDescFirst: true,
      cell: ({ getValue }) => {
        const instant = getValue()
        return instant === null ? 'none' : date(instant)
      },
      meta: { align: 'end', label: 'Last order' },
    }),
  ])
}

/** The orders, which sort, and what they consist of, which does not. */
function orderColumns(count: CustomerTableFormat['count']) {
  const counted = (
    id: string,
    header: string,
    value: (customer: GroupCustomer) => number,
    options: CountOptions = {},
  ) =>
    column.accessor(value, {
      id,
      header,
      enableSorting: options.sorts ?? false,
      sortDescFirst: true,
      cell: ({ getValue }) => count(getValue()),
      meta: { align: 'end', label: header, spare: options.spare },
    })
  return [
    counted('orders', 'Orders', (customer) => customer.total_orders, { sorts: true }),
    counted('service', ORDER_TYPE_SHORT_WORDS.service, (customer) => customer.service_orders),
    counted('sales', ORDER_TYPE_SHORT_WORDS.sales, (customer) => customer.sales_orders),
    counted('consultation', ORDER_TYPE_SHORT_WORDS.consultation, (customer) => customer.consultation_orders),
    counted('completed', 'Completed', (customer) => customer.completed_orders, { spare: true }),
  ]
}

type CountOptions = { sorts?: boolean; spare?: boolean }
