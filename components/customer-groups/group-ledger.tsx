import type { ReactNode } from 'react'
import { Explained } from '@/components/customer-groups/explanation/explained'
import { Amount } from '@/components/ui/amount'
import { LiveFigure } from '@/components/ui/live-figure'
import type { GroupStats, GroupsAnswer } from '@/lib/customer-groups/contract'
import type { ExplainedFigure } from '@/lib/customer-groups/explanation/figures'
import type { FigureFormat } from '@/lib/format/change'
import { formatCount, formatDecimal } from '@/lib/format/number'
import { ChangeNote } from './change-note'
import type { ComparedDays } from './compared-days'

type GroupLedgerProps = {
  groupKey: string
  stats: GroupStats
  meta: GroupsAnswer['meta']
  digits: number
  scope: string
  compared: ComparedDays
}

/** Orders and revenue of a group, exact, with their averages and their change. */
export function GroupLedger({ groupKey, stats, meta, digits, scope, compared }: GroupLedgerProps) {
  const { previous } = stats
  const of = (figure: ExplainedFigure) => ({ address: { figure, group: groupKey }, of: stats.name })
  const note = (figure: 'total_orders' | 'total_revenue', format: FigureFormat) => (
    <ChangeNote
      current={stats[figure]}
      previous={previous?.[figure]}
      explains={of(figure)}
      {...{ format, compared }}
      brief
    />
  )
  const formatAmount = (value: number) => formatDecimal(value, digits)
  return (
    <dl className="my-3 space-y-1.5 border-line border-y py-3 text-sm">
      <LedgerLine label="Orders" note={note('total_orders', formatCount)}>
        <Explained {...of('total_orders')} words={formatCount(stats.total_orders)}>
          <LiveFigure value={stats.total_orders} scope={scope}>
            {formatCount(stats.total_orders)}
          </LiveFigure>
        </Explained>
      </LedgerLine>
      <LedgerLine label={`Revenue, ${meta.currency}`} note={note('total_revenue', formatAmount)}>
        <Explained {...of('total_revenue')} words={formatAmount(stats.total_revenue)}>
          <LiveFigure value={stats.total_revenue} scope={scope}>
            <Amount value={stats.total_revenue} digits={digits} />
          </LiveFigure>
        </Explained>
      </LedgerLine>
      <LedgerLine label="Orders per customer">
        <Explained
          {...of('avg_orders')}
          words={stats.avg_orders === null ? 'none' : formatDecimal(stats.avg_orders, 1)}
        >
          {stats.avg_orders === null ? 'none' : formatDecimal(stats.avg_orders, 1)}
        </Explained>
      </LedgerLine>
      <LedgerLine label="Revenue per customer">
        <Explained
          {...of('avg_revenue')}
          words={stats.avg_revenue === null ? 'none' : formatDecimal(stats.avg_revenue, 2)}
        >
          {stats.avg_revenue === null ? 'none' : <Amount value={stats.avg_revenue} digits={2} />}
        </Explained>
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
