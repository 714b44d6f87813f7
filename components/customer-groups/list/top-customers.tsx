import Link from 'next/link'
import { Amount } from '@/components/ui/amount'
import type { Business } from '@/lib/business'
import type { GroupStats } from '@/lib/customer-groups/contract'
import { formatQuantity } from '@/lib/format/number'
import { shareOf } from '@/lib/format/share'

type TopCustomersProps = { stats: GroupStats; business: Business; profileHref: (customerId: string) => string }

/** The five customers with the most revenue in the period, each with its share of the group's. */
export function TopCustomers({ stats, business, profileHref }: TopCustomersProps) {
  if (stats.top_customers.length === 0) return null
  return (
    <div>
      <h3 className="font-semibold text-sm">Top customers by revenue, {business.currency}</h3>
      <ol className="mt-2">
        {stats.top_customers.map((customer) => (
          <li key={customer.id} className="border-t first:border-t-0">
            <Link
              href={profileHref(customer.id)}
              prefetch={false}
              className="-mx-2 flex min-h-10 items-center gap-3 rounded px-2 py-1 text-sm transition-colors duration-150 hover:bg-raised"
            >
              <bdi className="min-w-0 flex-1 truncate">{customer.full_name}</bdi>
              <span className="text-ink-soft text-xs tabular-nums">
                {formatQuantity(customer.total_orders, 'order')} · {shareOf(customer.revenue, stats.total_revenue)}
              </span>
              <span className="text-right font-medium tabular-nums">
                <Amount value={customer.revenue} digits={business.currencyDigits} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </div>
  )
}
