import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import type { GroupStats, GroupsAnswer, Spread } from '@/lib/customer-groups/contract'
import type { FigureFormat } from '@/lib/format/change'
import { formatCount, formatDecimal } from '@/lib/format/number'
import { ChangeNote } from './change-note'
import { comparedDays } from './compared-days'

type GroupFiguresProps = {
  stats: GroupStats
  /** The medians; null while they are on their way. */
  spread: Spread | null
  meta: GroupsAnswer['meta']
  digits: number
}

/** Every figure of the open group, exact, and what it is compared with; the currency is named once. */
export function GroupFigures({ stats, spread, meta, digits }: GroupFiguresProps) {
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
          <MeanAndMedian
            mean={stats.avg_orders}
            median={spread?.median_orders}
            show={(value) => formatDecimal(value, 1)}
          />
        </Figure>
        <Figure
          label={`Revenue, ${meta.currency}`}
          note={note(stats.total_revenue, previous?.total_revenue, (value) => formatDecimal(value, digits))}
          wide
        >
          <Amount value={stats.total_revenue} digits={digits} />
        </Figure>
        <Figure label="Revenue per customer" wide>
          <MeanAndMedian
            mean={stats.avg_revenue}
            median={spread?.median_revenue}
            show={(value) => <Amount value={value} digits={2} />}
          />
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

type MeanAndMedianProps = { mean: number | null; median: number | null | undefined; show: (value: number) => ReactNode }

/** Both, for a mean alone hides whether a few make it; the median's line is kept while it is on its way. */
function MeanAndMedian({ mean, median, show }: MeanAndMedianProps) {
  if (mean === null) return 'none'
  const name = 'ml-1 font-normal text-ink-soft text-xs tracking-normal'
  return (
    <>
      <span className="whitespace-nowrap">
        {show(mean)}
        <span className={name}>mean</span>
      </span>
      <span className="block min-h-6 whitespace-nowrap text-sm leading-6">
        {median !== null && median !== undefined && (
          <>
            {show(median)}
            <span className={name}>median</span>
          </>
        )}
      </span>
    </>
  )
}
