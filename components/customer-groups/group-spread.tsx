import { Explained } from '@/components/customer-groups/explanation/explained'
import { Skeleton } from '@/components/ui/skeleton'
import type { GroupStats, Spread } from '@/lib/customer-groups/contract'
import { topShare } from '@/lib/customer-groups/explanation/figures'
import { formatQuantity } from '@/lib/format/number'
import { shareOf } from '@/lib/format/share'

/** `spread` is null while it is on its way. */
type GroupSpreadProps = { groupKey: string; stats: GroupStats; spread: Spread | null }

/** How much of the group's revenue its best customers bring: whether it hangs on a few. */
export function GroupSpread({ groupKey, stats, spread }: GroupSpreadProps) {
  if (stats.active_count === 0) return null
  return (
    <div className="mt-5">
      <h3 className="font-semibold text-sm">How the revenue is spread</h3>
      {spread ? (
        <ul className="mt-2 text-sm leading-6">
          {spread.top.map(({ percent, customers, revenue }) => {
            const share = shareOf(revenue, stats.total_revenue)
            return (
              <li key={percent}>
                The best {percent} % <span className="text-ink-soft">({formatQuantity(customers, 'customer')})</span>{' '}
                bring{' '}
                <Explained address={{ figure: topShare(percent), group: groupKey }} of={stats.name} words={share}>
                  <strong className="font-semibold tabular-nums">{share}</strong>
                </Explained>{' '}
                of the revenue
              </li>
            )
          })}
        </ul>
      ) : (
        <Skeleton className="mt-2 h-18 w-72 max-w-full" />
      )}
      <details className="text-ink-soft text-xs">
        <summary className="inline-flex min-h-10 items-center underline underline-offset-4">What this means</summary>
        <p className="max-w-prose pb-2 leading-5">
          The active customers stand in the order of their revenue, and so many per cent of them, rounded up to whole
          ones, are the best. If all brought the same, the best 20 % would bring 20 %; the more it is, the more the
          group hangs on a few. The median is the customer in the middle: half bring at most that much. A mean far above
          it is made by a few.
        </p>
      </details>
    </div>
  )
}
