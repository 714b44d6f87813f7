import Link from 'next/link'
import { OrderStatusBadge } from '@/components/lists/order-status-badge'
import { Amount } from '@/components/ui/amount'
import type { Business } from '@/lib/business'
import type { ExplainedOrder } from '@/lib/customer-groups/explanation/contract'
import { formatDateTime } from '@/lib/format/date'
import { ORDER_TYPE_WORDS } from '@/lib/format/words'

/** A page of the orders in a figure, each a link to it; the currency is named once. */
export function ExplainedOrders({ orders, business }: { orders: readonly ExplainedOrder[]; business: Business }) {
  if (orders.length === 0) return null
  return (
    <table className="mt-2 w-full text-sm tabular-nums">
      <caption className="sr-only">Orders in the figure</caption>
      <thead className="text-ink-soft text-xs">
        <tr className="h-8 text-left">
          <th scope="col" className="pr-3 font-medium">
            Order
          </th>
          <th scope="col" className="pr-3 font-medium">
            Type and branch
          </th>
          <th scope="col" className="text-right font-medium">
            Amount, {business.currency}
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id} className="relative border-t transition-colors duration-150 hover:bg-raised">
            <td className="py-1.5 pr-3">
              <Link
                href={`/customers/${order.customer.id}/orders/${order.id}`}
                prefetch={false}
                className="font-medium after:absolute after:inset-0"
              >
                <bdi className="wrap-anywhere line-clamp-2">{order.customer.full_name}</bdi>
              </Link>
              <span className="block text-ink-soft text-xs">
                {formatDateTime(order.ordered_at, business.timeZone)}
                {order.external_id !== null && <bdi> · {order.external_id}</bdi>}
              </span>
            </td>
            <td className="py-1.5 pr-3">
              <span className="block">{ORDER_TYPE_WORDS[order.type]}</span>
              <span className="flex flex-wrap items-center gap-x-2 text-ink-soft text-xs">
                <bdi>{order.branch}</bdi>
                <OrderStatusBadge status={order.status} />
              </span>
            </td>
            <td className="whitespace-nowrap py-1.5 text-right">
              <Amount value={order.amount} digits={business.currencyDigits} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
