import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import type { GroupStats, GroupsAnswer } from '@/lib/customer-groups/contract'
import type { FigureFormat } from '@/lib/format/change'
import { formatCount, formatDecimal } from '@/lib/format/number'
import { ChangeNote } from './change-note'
import { comparedDays } from './compared-days'

type GroupFiguresProps = { stats: GroupStats; meta: GroupsAnswer['meta']; digits: number }

/** Every figure of the open group, exact, and what it is compared with; the currency is named once. */
export function GroupFigures({ stats, meta, digits }: GroupFiguresProps) {
  const { previous } = stats
  const compared = comparedDays(meta)
  const note = (current: number, before: number | undefined, format: FigureFormat) => (
    <ChangeNote {...{ current, format, compared }} previous={before} />
  )
  return (
    <div>
      <h3 className="font-semibold text-sm">Figures of the group</h3>
      <dl className="mt-3 grid @2xl:grid-cols-4 @sm:grid-cols-3 grid-cols-2 gap-x-6 gap-y-4">
        <Figure label="Active" note={note(stats.active_count, previous?.active_count, formatCount)}>
          {formatCount(stats.active_count)}
        </Figure>
        <Figure label="New">{formatCount(stats.new_customers)}</Figure>
        <Figure label="Returning">{formatCount(stats.returning_customers)}</Figure>
        <Figure label="Registered">{formatCount(stats.registered_count)}</Figure>
        <Figure label="Orders" note={note(stats.total_orders, previous?.total_orders, formatCount)}>
          {formatCount(stats.total_orders)}
        </Figure>
        <Figure label="Completed">{formatCount(stats.completed_orders)}</Figure>
        <Figure label="Cancelled">
          {formatCount(stats.cancelled_orders)} <span className="font-normal text-ink-soft text-xs">not counted</span>
        </Figure>
        <Figure label="Orders per customer">
          {stats.avg_orders === null ? 'none' : formatDecimal(stats.avg_orders, 1)}
        </Figure>
        <Figure
          label={`Revenue, ${meta.currency}`}
          note={note(stats.total_revenue, previous?.total_revenue, (value) => formatDecimal(value, digits))}
          wide
        >
          <Amount value={stats.total_revenue} digits={digits} />
        </Figure>
        <Figure label="Revenue per customer" wide>
          {stats.avg_revenue === null ? 'none' : <Amount value={stats.avg_revenue} digits={2} />}
        </Figure>
      </dl>
    </div>
  )
}

type FigureProps = { label: string; note?: ReactNode; wide?: boolean; children: ReactNode }

function Figure({ label, note, wide = false, children }: FigureProps) {
  return (
    <div className={wide ? 'col-span-2' : undefined}>
      <dt className="text-ink-soft text-xs">{label}</dt>
      <dd className="mt-0.5 font-semibold text-lg tabular-nums tracking-tight">
        {children}
        {note}
      </dd>
    </div>
  )
}
