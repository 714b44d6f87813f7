import clsx from 'clsx'
import { Amount } from '@/components/ui/amount'
import { Pager } from '@/components/ui/pager'
import type { Business } from '@/lib/business'
import type { CustomerProfile, ProfileOrder } from '@/lib/customers/contract'
import { formatDate, formatExactTime } from '@/lib/format/date'
import { ORDER_STATUS_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'

type CustomerOrdersProps = { orders: CustomerProfile['orders']; business: Business; pageHref: (page: number) => string }

/** Every order of the customer, newest first; those behind the period's figures are marked, cancelled ones stepped back. */
export function CustomerOrders({ orders, business, pageHref }: CustomerOrdersProps) {
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
                <OrderRow key={order.id} order={order} business={business} />
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

function OrderRow({ order, business }: { order: ProfileOrder; business: Business }) {
  const cancelled = order.status === 'cancelled'
  return (
    <tr className="h-14 border-t">
      <td className="whitespace-nowrap pl-5" title={formatExactTime(order.ordered_at, business.timeZone)}>
        {formatDate(order.ordered_at, business.timeZone)}
        {order.in_period && <span className="block text-accent text-xs">in the period</span>}
      </td>
      <td className="px-2">
        {ORDER_TYPE_WORDS[order.type]}
        <span className="block text-ink-soft text-xs">
          {ORDER_STATUS_WORDS[order.status]}
          {order.external_id && (
            <>
              {' · '}
              <bdi className="wrap-anywhere">{order.external_id}</bdi>
            </>
          )}
        </span>
      </td>
      <td className="px-2 text-ink-soft max-sm:hidden">
        <bdi>{order.branch.name}</bdi>
      </td>
      <td className={clsx('pr-5 pl-2 text-right font-medium', cancelled && 'text-ink-soft line-through')}>
        <Amount value={order.amount} digits={business.currencyDigits} />
      </td>
    </tr>
  )
}
