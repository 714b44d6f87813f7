import { createColumnHelper, metaHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table'
import Link from 'next/link'
import type { GroupCustomer } from '@/lib/customer-groups/contract'
import type { CustomerSort, SortDirection } from '@/lib/definitions'

type ColumnMeta = {
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
  const counted = (id: string, header: string, value: (customer: GroupCustomer) => number) =>
    column.accessor(value, {
      id,
      header,
      enableSorting: false,
      cell: ({ getValue }) => count(getValue()),
      meta: { align: 'end', label: header },
    })
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
    column.accessor('total_orders', {
      id: 'orders',
      header: 'Orders',
      sortDescFirst: true,
      cell: ({ getValue }) => count(getValue()),
      meta: { align: 'end', label: 'Orders' },
    }),
    counted('service', 'Service', (customer) => customer.service_orders),
    counted('sales', 'Sales', (customer) => customer.sales_orders),
    counted('consultation', 'Consult.', (customer) => customer.consultation_orders),
    column.accessor('completed_orders', {
      header: 'Completed',
      enableSorting: false,
      cell: ({ getValue }) => count(getValue()),
      meta: { align: 'end', spare: true, label: 'Completed' },
    }),
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

/** The name is the link; it covers the whole row. */
function CustomerCell({ customer, href }: { customer: GroupCustomer; href: string }) {
  const below = [customer.organization_name, customer.phone].filter((text) => text !== null)
  return (
    <>
      <Link href={href} prefetch={false} className="font-medium after:absolute after:inset-0">
        <bdi className="wrap-anywhere line-clamp-2">{customer.full_name}</bdi>
      </Link>
      <span className="block truncate text-ink-soft text-xs">
        {below.map((text, place) => (
          <span key={text}>
            {place > 0 && ' · '}
            <bdi>{text}</bdi>
          </span>
        ))}
      </span>
    </>
  )
}
