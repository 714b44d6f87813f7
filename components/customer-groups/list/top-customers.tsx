'use client'

import Link from 'next/link'
import { Amount } from '@/components/ui/amount'
import { useArrowKeys } from '@/components/ui/use-arrow-keys'
import type { Business } from '@/lib/business'
import type { GroupStats } from '@/lib/customer-groups/contract'
import { formatCount, formatDecimal, formatQuantity } from '@/lib/format/number'
import { shareOf } from '@/lib/format/share'
import { explainedIn } from './explained-cell'

type TopCustomersProps = {
  groupKey: string
  stats: GroupStats
  business: Business
  profileHref: (customerId: string) => string
}

/** The five customers with the most revenue in the period, each with its share of the group's. */
export function TopCustomers({ groupKey, stats, business, profileHref }: TopCustomersProps) {
  const list = useArrowKeys('li')
  const explained = explainedIn({ groupKey, groupName: stats.name })
  const digits = business.currencyDigits
  const share = (revenue: number) => shareOf(revenue, stats.total_revenue)
  if (stats.top_customers.length === 0) return null
  return (
    <div>
      <h3 className="font-semibold text-sm">Top customers by revenue, {business.currency}</h3>
      <ol ref={list} className="mt-2">
        {stats.top_customers.map((customer) => (
          <li
            key={customer.id}
            className="relative -mx-2 flex min-h-10 items-center gap-3 border-t px-2 py-1 text-sm transition-colors duration-150 first:border-t-0 hover:bg-raised"
          >
            <Link
              href={profileHref(customer.id)}
              prefetch={false}
              className="min-w-0 flex-1 truncate after:absolute after:inset-0"
            >
              <bdi>{customer.full_name}</bdi>
            </Link>
            <span className="text-ink-soft text-xs tabular-nums">
              {explained('total_orders', customer, customer.total_orders, formatCount, (orders) =>
                formatQuantity(orders, 'order'),
              )}{' '}
              · {explained('share', customer, customer.revenue, share, share)}
            </span>
            <span className="text-right font-medium tabular-nums">
              {explained(
                'revenue',
                customer,
                customer.revenue,
                (revenue) => formatDecimal(revenue, digits),
                (revenue) => (
                  <Amount value={revenue} digits={digits} />
                ),
              )}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
