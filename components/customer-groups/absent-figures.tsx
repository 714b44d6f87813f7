import { Explained } from '@/components/customer-groups/explanation/explained'
import type { GroupStats } from '@/lib/customer-groups/contract'
import type { ExplainedFigure, Moment } from '@/lib/customer-groups/explanation/figures'
import type { Activity } from '@/lib/definitions'
import { formatCount } from '@/lib/format/number'

type AbsentFigure = { label: string; figure: ExplainedFigure; at?: Moment; value: number }

type AbsentFiguresProps = { groupKey: string; stats: GroupStats; activity: Activity }

/** The group's counts beside those who had no order in the period; there are no figures of orders to show. */
export function AbsentFigures({ groupKey, stats, activity }: AbsentFiguresProps) {
  const { previous } = stats
  const figures: AbsentFigure[] = [
    { label: activity === 'not_back' ? 'Not back' : 'Inactive', figure: 'customer_count', value: stats.customer_count },
    { label: 'Active', figure: 'active_count', value: stats.active_count },
    { label: 'Registered', figure: 'registered_count', value: stats.registered_count },
    ...(previous === null
      ? []
      : [
          {
            label: 'Active before',
            figure: 'active_count' as const,
            at: 'previous' as const,
            value: previous.active_count,
          },
        ]),
  ]
  return (
    <div>
      <h3 className="font-semibold text-sm">Customers of the group</h3>
      <dl className="mt-3 grid @2xl:grid-cols-4 grid-cols-2 gap-x-6 gap-y-4">
        {figures.map(({ label, figure, at, value }) => (
          <div key={label}>
            <dt className="text-ink-soft text-xs">{label}</dt>
            <dd className="mt-0.5 font-semibold text-lg tabular-nums tracking-tight">
              <Explained
                address={{ figure, at: at ?? 'period', group: groupKey }}
                of={stats.name}
                words={formatCount(value)}
              >
                {formatCount(value)}
              </Explained>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
