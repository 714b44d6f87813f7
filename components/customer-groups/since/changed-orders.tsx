import Link from 'next/link'
import type { Business } from '@/lib/business'
import type { SinceAnswer } from '@/lib/customer-groups/since'
import { formatDateTime } from '@/lib/format/date'
import { formatCount, formatMoney } from '@/lib/format/number'
import { changedParts } from '@/lib/format/since-words'

type ChangedOrdersProps = { since: SinceAnswer; business: Business }

/** The latest of the orders that were changed or entered since, each with what is another one now. */
export function ChangedOrders({ since, business }: ChangedOrdersProps) {
  const { orders, orders_changed, orders_entered, meta } = since
  if (orders.length === 0)
    return (
      <p className="border-t px-4 py-3 text-ink-soft">
        They came into your branches, or went out of them: what they were, or are now, is not told.
      </p>
    )
  const all = orders_changed + orders_entered
  const date = (at: string) => formatDateTime(at, meta.time_zone)
  return (
    <div className="border-t px-4 py-3">
      <h2 className="font-medium">
        {all > orders.length ? `The latest ${orders.length} of ${formatCount(all)} orders` : 'The orders'}
      </h2>
      <ul className="mt-1 divide-y">
        {orders.map(({ id, external_id, was, now }) => (
          <li key={id} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
            <Link href={`/customers/${now.customer_id}/orders/${id}`} className="link min-w-32">
              <bdi>{external_id ?? `Order of ${date(now.ordered_at)}`}</bdi>
            </Link>
            <span className="text-ink-soft">
              {was === null
                ? `Entered since, ${formatMoney(now.amount, business)} on ${date(now.ordered_at)}`
                : changedParts(was, now, business, date).join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
