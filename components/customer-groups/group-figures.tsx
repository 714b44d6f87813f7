import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import type { Business } from '@/lib/business'
import type { GroupStats } from '@/lib/customer-groups/contract'
import { formatCount, formatDecimal } from '@/lib/format/number'

/** Every figure of the open group, exact; the currency is named once. */
export function GroupFigures({ stats, business }: { stats: GroupStats; business: Business }) {
  return (
    <div>
      <h3 className="font-semibold text-sm">Figures of the group</h3>
      <dl className="mt-3 grid @2xl:grid-cols-4 @sm:grid-cols-3 grid-cols-2 gap-x-6 gap-y-4">
        <Figure label="Active">{formatCount(stats.active_count)}</Figure>
        <Figure label="New">{formatCount(stats.new_customers)}</Figure>
        <Figure label="Returning">{formatCount(stats.returning_customers)}</Figure>
        <Figure label="Registered">{formatCount(stats.registered_count)}</Figure>
        <Figure label="Orders">{formatCount(stats.total_orders)}</Figure>
        <Figure label="Completed">{formatCount(stats.completed_orders)}</Figure>
        <Figure label="Cancelled">
          {formatCount(stats.cancelled_orders)} <span className="font-normal text-ink-soft text-xs">not counted</span>
        </Figure>
        <Figure label="Orders per customer">
          {stats.avg_orders === null ? 'none' : formatDecimal(stats.avg_orders, 1)}
        </Figure>
        <Figure label={`Revenue, ${business.currency}`} wide>
          <Amount value={stats.total_revenue} digits={business.currencyDigits} />
        </Figure>
        <Figure label="Revenue per customer" wide>
          {stats.avg_revenue === null ? 'none' : <Amount value={stats.avg_revenue} digits={2} />}
        </Figure>
      </dl>
    </div>
  )
}

function Figure({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'col-span-2' : undefined}>
      <dt className="text-ink-soft text-xs">{label}</dt>
      <dd className="mt-0.5 font-semibold text-lg tabular-nums tracking-tight">{children}</dd>
    </div>
  )
}
