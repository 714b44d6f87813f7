import clsx from 'clsx'
import Link from 'next/link'
import { Amount } from '@/components/ui/amount'
import { Day } from '@/components/ui/day'
import { Moment } from '@/components/ui/moment'
import { ShortText } from '@/components/ui/short-text'
import type { Business } from '@/lib/business'
import { ORDER_COLUMN_WORDS } from '@/lib/format/list-words'
import { ORDER_SOURCE_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'
import type { ListedOrder, OrderColumn, OrderListSort } from '@/lib/orders/list'
import { profileFrom } from '@/lib/url/profile-url'
import type { ListColumn } from './list-column'
import { OrderStatusBadge } from './order-status-badge'

type Columns = Record<OrderColumn, ListColumn<ListedOrder, OrderListSort>>

/** Every column that the list of orders can show. */
export function orderListColumns({ timeZone, currency, currencyDigits }: Business): Columns {
  const label = ORDER_COLUMN_WORDS
  return {
    date: {
      label: label.date,
      sort: { by: 'date', first: 'desc' },
      cell: (order) => <DateCell order={order} timeZone={timeZone} />,
    },
    customer: {
      label: label.customer,
      className: 'md:min-w-32 md:max-w-56',
      cell: (order) => <CustomerLink order={order} />,
    },
    type: { label: label.type, cell: ({ type }) => ORDER_TYPE_WORDS[type] },
    status: { label: label.status, cell: ({ status }) => <OrderStatusBadge status={status} /> },
    branch: {
      label: label.branch,
      className: 'md:max-w-40 md:truncate',
      cell: ({ branch }) => <bdi>{branch.name}</bdi>,
    },
    vehicle: {
      label: label.vehicle,
      className: 'md:whitespace-nowrap',
      cell: ({ plate }) => <ShortText>{plate}</ShortText>,
    },
    description: {
      label: label.description,
      className: 'md:min-w-40 md:max-w-72',
      cell: ({ description }) => <ShortText>{description}</ShortText>,
    },
    source: { label: label.source, cell: ({ source }) => ORDER_SOURCE_WORDS[source] },
    entered: {
      label: label.entered,
      sort: { by: 'entered', first: 'desc' },
      cell: (order) => <Moment at={order.created_at} timeZone={timeZone} />,
    },
    code: {
      label: label.code,
      className: 'md:min-w-24 md:max-w-44',
      cell: (order) => <ShortText>{order.external_id}</ShortText>,
    },
    amount: {
      label: label.amount,
      heading: `${label.amount}, ${currency}`,
      sort: { by: 'amount', first: 'desc' },
      align: 'end',
      cell: ({ amount, status }) => (
        <span className={clsx('font-medium', status === 'cancelled' && 'text-ink-soft line-through')}>
          <Amount value={amount} digits={currencyDigits} />
        </span>
      ),
    },
  }
}

/** The order by its date; the link covers the whole row. */
function DateCell({ order, timeZone }: { order: ListedOrder; timeZone: string }) {
  return (
    <Link
      href={`/customers/${order.customer.id}/orders/${order.id}`}
      prefetch={false}
      className="font-medium after:absolute after:inset-0"
    >
      <Day at={order.ordered_at} timeZone={timeZone} />
    </Link>
  )
}

/** Lies over the link of the row. */
function CustomerLink({ order: { customer } }: { order: ListedOrder }) {
  return (
    <Link
      href={profileFrom('orders', customer.id)}
      prefetch={false}
      className="relative z-10 underline-offset-4 hover:underline"
    >
      <bdi className="wrap-anywhere line-clamp-2">{customer.full_name}</bdi>
    </Link>
  )
}
