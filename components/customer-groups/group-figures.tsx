import type { ReactNode } from 'react'
import { Explained } from '@/components/customer-groups/explanation/explained'
import { Amount } from '@/components/ui/amount'
import type { GroupStats, GroupsAnswer, Spread } from '@/lib/customer-groups/contract'
import type { FigureAddress } from '@/lib/customer-groups/explanation/address'
import type { ExplainedFigure } from '@/lib/customer-groups/explanation/figures'
import type { FigureFormat } from '@/lib/format/change'
import { formatCount, formatDecimal } from '@/lib/format/number'
import { ChangeNote } from './change-note'
import { comparedDays } from './compared-days'

type GroupFiguresProps = {
  groupKey: string
  stats: GroupStats
  /** The medians; null while they are on their way. */
  spread: Spread | null
  meta: GroupsAnswer['meta']
  digits: number
}

/** Every figure of the open group, exact, and what it is compared with; the currency is named once. */
export function GroupFigures({ groupKey, stats, spread, meta, digits }: GroupFiguresProps) {
  const { previous } = stats
  const compared = comparedDays(meta)
  const of = (figure: ExplainedFigure) => ({ address: { figure, group: groupKey }, of: stats.name })
  const note = (figure: 'active_count' | 'total_orders' | 'total_revenue', format: FigureFormat) => (
    <ChangeNote current={stats[figure]} previous={previous?.[figure]} explains={of(figure)} {...{ format, compared }} />
  )
  const count = (figure: CountOfGroup) => (
    <Explained {...of(figure)} words={formatCount(stats[figure])}>
      {formatCount(stats[figure])}
    </Explained>
  )
  return (
    <div>
      <h3 className="font-semibold text-sm">Figures of the group</h3>
      <dl className="mt-3 grid @2xl:grid-cols-4 @sm:grid-cols-3 grid-cols-2 gap-x-6 gap-y-4">
        <Figure label="Active" note={note('active_count', formatCount)}>
          {count('active_count')}
        </Figure>
        <Figure label="New">{count('new_customers')}</Figure>
        <Figure label="Returning">{count('returning_customers')}</Figure>
        <Figure label="Registered">{count('registered_count')}</Figure>
        <Figure label="Orders" note={note('total_orders', formatCount)}>
          {count('total_orders')}
        </Figure>
        <Figure label="Completed">{count('completed_orders')}</Figure>
        <Figure label="Cancelled">
          {count('cancelled_orders')} <span className="font-normal text-ink-soft text-xs">not counted</span>
        </Figure>
        <Figure label="Orders per customer">
          <MeanAndMedian
            mean={stats.avg_orders}
            median={spread?.median_orders}
            show={(value) => formatDecimal(value, 1)}
            of={{ mean: of('avg_orders'), median: of('median_orders') }}
            digits={1}
          />
        </Figure>
        <Figure
          label={`Revenue, ${meta.currency}`}
          note={note('total_revenue', (value) => formatDecimal(value, digits))}
          wide
        >
          <Explained {...of('total_revenue')} words={formatDecimal(stats.total_revenue, digits)}>
            <Amount value={stats.total_revenue} digits={digits} />
          </Explained>
        </Figure>
        <Figure label="Revenue per customer" wide>
          <MeanAndMedian
            mean={stats.avg_revenue}
            median={spread?.median_revenue}
            show={(value) => <Amount value={value} digits={2} />}
            of={{ mean: of('avg_revenue'), median: of('median_revenue') }}
            digits={2}
          />
        </Figure>
      </dl>
    </div>
  )
}

type CountOfGroup =
  | 'active_count'
  | 'new_customers'
  | 'returning_customers'
  | 'registered_count'
  | 'total_orders'
  | 'completed_orders'
  | 'cancelled_orders'

type FigureProps = { label: string; note?: ReactNode; wide?: boolean; children: ReactNode }

function Figure({ label, note, wide = false, children }: FigureProps) {
  return (
    <div className={wide ? 'col-span-2' : undefined}>
      <dt className="text-ink-soft text-xs">{label}</dt>
      <dd className="mt-0.5 font-semibold text-lg tabular-nums tracking-tight">
        {children}
        <div>{note}</div>
      </dd>
    </div>
  )
}

type Named = { address: FigureAddress; of: string }
type MeanAndMedianProps = {
  mean: number | null
  median: number | null | undefined
  of: { mean: Named; median: Named }
  digits: number
  show: (value: number) => ReactNode
}

/** Both, for a mean alone hides whether a few make it; the median's line is kept while it is on its way. */
function MeanAndMedian({ mean, median, of, digits, show }: MeanAndMedianProps) {
  if (mean === null) return 'none'
  const name = 'ml-1 font-normal text-ink-soft text-xs tracking-normal'
  return (
    <>
      <span className="whitespace-nowrap">
        <Explained {...of.mean} words={formatDecimal(mean, digits)}>
          {show(mean)}
        </Explained>
        <span className={name}>mean</span>
      </span>
      <span className="block min-h-6 whitespace-nowrap text-sm leading-6">
        {median !== null && median !== undefined && (
          <>
            <Explained {...of.median} words={formatDecimal(median, digits)}>
              {show(median)}
            </Explained>
            <span className={name}>median</span>
          </>
        )}
      </span>
    </>
  )
}
