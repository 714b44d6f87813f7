import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import { LiveFigure } from '@/components/ui/live-figure'
import type { GroupStats, GroupsAnswer } from '@/lib/customer-groups/contract'
import type { FigureFormat } from '@/lib/format/change'
import { formatCount, formatDecimal } from '@/lib/format/number'
import { ChangeNote } from './change-note'
import type { ComparedDays } from './compared-days'

type GroupLedgerProps = {
  stats: GroupStats
  meta: GroupsAnswer['meta']
  digits: number
  scope: string
  compared: ComparedDays
}

/** Orders and revenue of a group, exact, with their averages and their change. */
export function GroupLedger({ stats, meta, digits, scope, compared }: GroupLedgerProps) {
  const { previous } = stats
  const note = (current: number, before: number | undefined, format: FigureFormat) => (
    <ChangeNote {...{ current, format, compared }} previous={before} brief />
  )
  const formatAmount = (value: number) => formatDecimal(value, digits)
  return (
    <dl className="my-3 space-y-1.5 border-line border-y py-3 text-sm">
      <LedgerLine label="Orders" note={note(stats.total_orders, previous?.total_orders, formatCount)}>
        <LiveFigure value={stats.total_orders} scope={scope}>
          {formatCount(stats.total_orders)}
        </LiveFigure>
      </LedgerLine>
      <LedgerLine
        label={`Revenue, ${meta.currency}`}
        note={note(stats.total_revenue, previous?.total_revenue, formatAmount)}
      >
        <LiveFigure value={stats.total_revenue} scope={scope}>
          <Amount value={stats.total_revenue} digits={digits} />
        </LiveFigure>
      </LedgerLine>
      <LedgerLine label="Orders per customer">
        {stats.avg_orders === null ? 'none' : formatDecimal(stats.avg_orders, 1)}
      </LedgerLine>
      <LedgerLine label="Revenue per customer">
        {stats.avg_revenue === null ? 'none' : <Amount value={stats.avg_revenue} digits={2} />}
      </LedgerLine>
    </dl>
  )
}

/** The note stands beside the value, and below it only where an amount is too long for both. */
function LedgerLine({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[auto_1fr] items-baseline gap-x-2">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="flex flex-row-reverse flex-wrap items-baseline gap-x-2 font-medium @max-[15rem]:text-xs tabular-nums">
        <span>{children}</span>
        {note}
      </dd>
    </div>
  )
}
