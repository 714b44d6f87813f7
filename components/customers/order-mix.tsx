import { MixBar } from '@/components/customer-groups/mix-bar'
import type { CustomerProfile } from '@/lib/customers/contract'

/** How the counted orders divide into service, sales and consultation, in the period and over the customer's life. */
export function OrderMix({ figures, tint }: { figures: CustomerProfile['figures']; tint: string }) {
  const parts = [
    { title: 'Mix in the period', stats: figures.in_period },
    { title: 'Mix over the lifetime', stats: figures.lifetime },
  ]
  return (
    <div className={`${tint} grid gap-x-8 gap-y-4 border-t px-5 py-4 max-sm:px-3 sm:grid-cols-2`}>
      {parts.map(({ title, stats }) => (
        <div key={title} className="@container">
          <h3 className="mb-2 text-ink-soft text-xs">{title}</h3>
          {stats.total_orders === 0 ? <p className="text-ink-soft text-xs">No order</p> : <MixBar stats={stats} />}
        </div>
      ))}
    </div>
  )
}
