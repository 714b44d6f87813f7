import clsx from 'clsx'
import { memo, type ReactNode } from 'react'
import { Explained } from '@/components/customer-groups/explanation/explained'
import { Amount } from '@/components/ui/amount'
import { LiveFigure } from '@/components/ui/live-figure'
import type { Business } from '@/lib/business'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import type { ExplainedFigure } from '@/lib/customer-groups/explanation/figures'
import { showsOrders } from '@/lib/definitions'
import { formatCount, formatDecimal } from '@/lib/format/number'
import { ChangeNote } from './change-note'
import { comparedDays } from './compared-days'

type OverviewCardsProps = { answer: GroupsAnswer; business: Business; scope: string }

/** The figures of all groups together, each with its change; those without an order have none of orders. */
export const OverviewCards = memo(function OverviewCards({ answer, business, scope }: OverviewCardsProps) {
  const { totals, meta } = answer
  const compared = comparedDays(meta)
  const before = totals.previous?.customers
  return (
    <section
      aria-label="All groups together"
      className="grid rounded-box border bg-surface grid-cols-2 sm:grid-cols-[1fr_1fr_1.6fr]"
    >
      <OverviewCard
        title="Customers"
        note={
          <ChangeNote
            current={totals.active_count}
            previous={before}
            format={formatCount}
            compared={compared}
            explains={ofAll('active_count')}
          />
        }
      >
        <Explained {...ofAll('customer_count')} words={formatCount(totals.customers)}>
          <LiveFigure value={totals.customers} scope={scope}>
            {formatCount(totals.customers)}
          </LiveFigure>
        </Explained>
      </OverviewCard>
      {showsOrders(meta.activity) && <OrderCards {...{ answer, business, scope }} />}
    </section>
  )
})

function OrderCards({ answer: { totals, meta }, business: { currencyDigits: digits }, scope }: OverviewCardsProps) {
  const compared = comparedDays(meta)
  const { orders, revenue, previous } = totals
  const formatAmount = (value: number) => formatDecimal(value, digits)
  return (
    <>
      <OverviewCard
        title="Orders"
        note={
          <ChangeNote
            current={orders}
            previous={previous?.orders}
            format={formatCount}
            compared={compared}
            explains={ofAll('total_orders')}
          />
        }
      >
        <Explained {...ofAll('total_orders')} words={formatCount(orders)}>
          <LiveFigure value={orders} scope={scope}>
            {formatCount(orders)}
          </LiveFigure>
        </Explained>
      </OverviewCard>
      <OverviewCard
        title="Revenue"
        unit={meta.currency}
        note={
          <ChangeNote
            current={revenue}
            previous={previous?.revenue}
            format={formatAmount}
            compared={compared}
            explains={ofAll('total_revenue')}
          />
        }
      >
        <Explained {...ofAll('total_revenue')} words={formatAmount(revenue)}>
          <LiveFigure value={revenue} scope={scope}>
            <Amount value={revenue} digits={digits} />
          </LiveFigure>
        </Explained>
      </OverviewCard>
    </>
  )
}

/** A figure of all groups together. */
function ofAll(figure: ExplainedFigure) {
  return { address: { figure, group: 'all' }, of: 'all groups' }
}

type OverviewCardProps = { title: string; unit?: string; note: ReactNode; children: ReactNode }

/** A unit marks an amount, which is long: it takes a row of its own on a phone and steps its size down before it breaks. */
function OverviewCard({ title, unit, note, children }: OverviewCardProps) {
  return (
    <div
      className={clsx(
        'px-5 py-4',
        unit ? 'col-span-2 border-t sm:col-span-1 sm:border-t-0 sm:border-l' : 'not-first:border-l',
      )}
    >
      <h2 className="text-ink-soft text-sm">
        {title}
        {unit && <span className="ml-1.5 text-xs">{unit}</span>}
      </h2>
      <div className="@container mt-1 h-9 font-semibold text-[1.75rem] tabular-nums leading-9 tracking-tight">
        <p className={clsx(unit && 'text-[clamp(1rem,8.5cqi,1.75rem)]')}>{children}</p>
      </div>
      <div className="mt-1 min-h-5">{note}</div>
    </div>
  )
}
