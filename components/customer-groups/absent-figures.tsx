import type { GroupStats } from '@/lib/customer-groups/contract'
import type { Activity } from '@/lib/definitions'
import { formatCount } from '@/lib/format/number'

type AbsentFiguresProps = { stats: GroupStats; activity: Activity }

/** The group's counts beside those who had no order in the period; there are no figures of orders to show. */
export function AbsentFigures({ stats, activity }: AbsentFiguresProps) {
  const { previous } = stats
  const figures = [
    { label: activity === 'not_back' ? 'Not back' : 'Inactive', value: stats.customer_count },
    { label: 'Active', value: stats.active_count },
    { label: 'Registered', value: stats.registered_count },
    ...(previous === null ? [] : [{ label: 'Active before', value: previous.active_count }]),
  ]
  return (
    <div>
      <h3 className="font-semibold text-sm">Customers of the group</h3>
      <dl className="mt-3 grid @2xl:grid-cols-4 grid-cols-2 gap-x-6 gap-y-4">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt className="text-ink-soft text-xs">{label}</dt>
            <dd className="mt-0.5 font-semibold text-lg tabular-nums tracking-tight">{formatCount(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
