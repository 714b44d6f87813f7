import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import { LiveFigure } from '@/components/ui/live-figure'
import type { GroupStats } from '@/lib/customer-groups/contract'
import { formatCount, formatDecimal } from '@/lib/format/number'
import { ChangeNote } from './change-note'

type GroupLedgerProps = {
  stats: GroupStats
  currency: string
  digits: number
  scope: string
  previousDays: string
  compared: boolean
}

/** Orders and revenue of a group, exact, with their averages and their change against the previous period. */
export function GroupLedger({ stats, currency, digits, scope, previousDays, compared }: GroupLedgerProps) {
  const { previous } = stats
  const note = (current: number, before: number, previousText: string) =>
    compared && (
      <ChangeNote
        {...{ current, previous: before, previousText, previousDays }}
        onHover
        className="flex-row-reverse justify-start"
      />
    )
  return (
    <dl className="my-3 space-y-1.5 border-line border-y py-3 text-sm">
      <LedgerLine
        label="Orders"
        note={note(stats.total_orders, previous.total_orders, formatCount(previous.total_orders))}
      >
        <LiveFigure value={stats.total_orders} scope={scope}>
          {formatCount(stats.total_orders)}
        </LiveFigure>
      </LedgerLine>
      <LedgerLine
        label={`Revenue, ${currency}`}
        note={note(stats.total_revenue, previous.total_revenue, formatDecimal(previous.total_revenue, digits))}
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

function LedgerLine({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[auto_1fr] items-baseline gap-x-3">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="text-right font-medium @max-[15rem]:text-xs tabular-nums">
        {children}
        {note}
      </dd>
    </div>
  )
}
