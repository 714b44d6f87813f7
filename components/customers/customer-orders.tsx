import clsx from 'clsx'
import Link from 'next/link'
import { Amount } from '@/components/ui/amount'
import { Pager } from '@/components/ui/pager'
import type { Business } from '@/lib/business'
import type { CustomerProfile, ProfileOrder } from '@/lib/customers/contract'
import { formatDate, formatExactTime } from '@/lib/format/date'
import { ORDER_STATUS_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'

type CustomerOrdersProps = {
  orders: CustomerProfile['orders']
  business: Business
  orderHref: (orderId: string) => string
  pageHref: (page: number) => string
}

/** Every order of the customer, newest first; those behind the period's figures are marked, cancelled ones stepped back. */
export function CustomerOrders({ orders, business, orderHref, pageHref }: CustomerOrdersProps) {
  return (
    <section aria-labelledby="orders-heading" className="rounded-box border bg-surface">
      <h2 id="orders-heading" className="px-5 pt-5 pb-2 font-semibold text-sm">
        Orders
      </h2>
      {orders.page.total === 0 ? (
        <p className="px-5 pb-5 text-ink-soft text-sm">No order is recorded.</p>
      ) : (
        <>
          <table className="w-full text-sm tabular-nums">
            <thead className="text-ink-soft text-xs">
              <tr>
                <th scope="col" className="h-10 pl-5 text-left font-medium">
                  Date
                </th>
                <th scope="col" className="px-2 text-left font-medium">
                  Order
                </th>
                <th scope="col" className="px-2 text-left font-medium max-sm:hidden">
                  Branch
                </th>
                <th scope="col" className="pr-5 pl-2 text-right font-medium">
                  Amount, {business.currency}
                </th>
              </tr>
            </thead>
            <tbody>
              {orders.rows.map((order) => (
                <OrderRow key={order.id} order={order} business={business} href={orderHref(order.id)} />
              ))}
            </tbody>
          </table>
          <Pager
            label="Pages of the orders"
            page={orders.page}
            back="Newer"
            on="Older"
            way={{ href: pageHref }}
            className="px-5"
          />
        </>
      )}
    </section>
  )
}

type OrderRowProps = { order: ProfileOrder; business: Business; href: string }

/** One order; the whole row leads to it. */
function OrderRow({ order, business, href }: OrderRowProps) {
  const cancelled = order.status === 'cancelled'
  return (
    <tr className="relative h-14 border-t transition-colors duration-150 hover:bg-raised">
      <td
        className="whitespace-nowrap py-2 pl-5 align-top"
        title={formatExactTime(order.ordered_at, business.timeZone)}
      >
        <Link
          href={href}
          prefetch={false}
          className="inline-flex min-h-6 items-center after:absolute after:inset-0 hover:underline"
        >
          {formatDate(order.ordered_at, business.timeZone)}
        </Link>
        {order.in_period && <span className="block text-accent text-xs">in the period</span>}
      </td>
      <td className="px-2 py-2 align-top">
        {ORDER_TYPE_WORDS[order.type]}
        {order.plate && <bdi className="ml-2 wrap-anywhere font-mono text-ink-soft text-xs">{order.plate}</bdi>}
        <span className="block text-ink-soft text-xs">
          {ORDER_STATUS_WORDS[order.status]}
          {order.external_id && (
            <>
              {' · '}
              <bdi className="wrap-anywhere">{order.external_id}</bdi>
            </>
          )}
        </span>
        {order.description && (
          <span dir="auto" className="line-clamp-2 wrap-anywhere text-ink-soft text-xs">
            {order.description}
          </span>
        )}
      </td>
      <td className="px-2 py-2 align-top text-ink-soft max-sm:hidden">
        <bdi className="wrap-anywhere">{order.branch.name}</bdi>
      </td>
      <td
        className={clsx(
          'py-2 pr-5 pl-2 text-right align-top font-medium max-sm:wrap-anywhere max-sm:pr-3',
          cancelled && 'text-ink-soft line-through',
        )}
      >
        <Amount value={order.amount} digits={business.currencyDigits} />
      </td>
    </tr>
  )
}
