import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import type { Business } from '@/lib/business'
import type { CustomerProfile, CustomerFigures as Figures } from '@/lib/customers/contract'
import { formatDate, formatDays, formatLastDay } from '@/lib/format/date'
import { formatCount } from '@/lib/format/number'
import { OrderMix } from './order-mix'

type CustomerFiguresProps = {
  profile: CustomerProfile
  business: Business
  filterWords: string
  /** True where the orders of some branches only are seen. */
  limited: boolean
  tint: string
}

/** The figures of the period and of all time, side by side, so that neither is taken for the other. */
export function CustomerFigures({ profile, business, filterWords, limited, tint }: CustomerFiguresProps) {
  const { figures, meta } = profile
  const lines = linesOf(business)
  return (
    <section aria-labelledby="figures-heading" className="rounded-box border bg-surface">
      <h2 id="figures-heading" className="px-5 pt-5 font-semibold text-sm">
        Figures
      </h2>
      <table className="mt-2 w-full text-sm tabular-nums">
        <thead>
          <tr className="align-bottom text-ink-soft text-xs">
            <td />
            <th scope="col" className="px-2 py-2 text-right font-medium">
              <span className="block text-ink">In the period</span>
              {formatDays(meta.from, meta.to, meta.time_zone)}
              {filterWords && <span className="block">{filterWords}</span>}
            </th>
            <th scope="col" className="py-2 pr-5 pl-2 max-sm:pr-3 text-right font-medium">
              <span className="block text-ink">Lifetime</span>
              to {formatLastDay(meta.to, meta.time_zone)}
              {filterWords && (
                <span className="block">{limited ? 'every type, your branches' : 'every type and branch'}</span>
              )}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, show }) => (
            <tr key={label} className="border-t">
              <th scope="row" className="py-2.5 pl-5 text-left max-sm:pl-3 font-normal text-ink-soft">
                {label}
              </th>
              <td className="px-2 py-2.5 text-right font-medium max-sm:wrap-anywhere sm:whitespace-nowrap">
                {show(figures.in_period)}
              </td>
              <td className="py-2.5 pr-5 pl-2 text-right font-medium max-sm:wrap-anywhere max-sm:pr-3 sm:whitespace-nowrap">
                {show(figures.lifetime)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <OrderMix figures={figures} tint={tint} />
    </section>
  )
}

type Line = { label: string; show: (figures: Figures) => ReactNode }

function linesOf({ currency, currencyDigits, timeZone }: Business): Line[] {
  const date = (instant: string | null) => (instant === null ? 'none' : formatDate(instant, timeZone))
  return [
    { label: `Revenue, ${currency}`, show: ({ revenue }) => <Amount value={revenue} digits={currencyDigits} /> },
    { label: 'Orders', show: (figures) => formatCount(figures.total_orders) },
    { label: 'Completed', show: (figures) => formatCount(figures.completed_orders) },
    { label: 'Cancelled, not counted', show: (figures) => formatCount(figures.cancelled_orders) },
    { label: 'First order', show: (figures) => date(figures.first_order_date) },
    { label: 'Last order', show: (figures) => date(figures.last_order_date) },
  ]
}
