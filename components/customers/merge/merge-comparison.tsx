import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import type { Business } from '@/lib/business'
import type { MergePreview, MergeSide } from '@/lib/customers/merging'
import { formatDate, formatDays } from '@/lib/format/date'
import { formatCount } from '@/lib/format/number'

const COLUMNS = ['Stays', 'Goes into it', 'After'] as const

/** Both customers and what becomes of them, line by line; on a phone the three stand below each line's name. */
export function MergeComparison({ preview, business }: { preview: MergePreview; business: Business }) {
  const sides = [preview.keep, preview.merge, preview.result]
  return (
    <table className="w-full text-sm tabular-nums max-md:block">
      <caption className="sr-only">What a merge would change</caption>
      <thead className="text-ink-soft text-xs max-md:sr-only">
        <tr>
          <td />
          {COLUMNS.map((label) => (
            <th key={label} scope="col" className="h-10 pl-4 text-right font-medium">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {linesOf(preview, business).map(({ label, show }) => (
          <tr key={label} className="border-t max-md:grid max-md:grid-cols-3 max-md:gap-x-3 max-md:py-2.5 md:h-11">
            <th
              scope="row"
              className="text-left font-normal text-ink-soft max-md:col-span-3 max-md:mb-1 max-md:text-xs"
            >
              {label}
            </th>
            {sides.map((side, place) => (
              <td
                key={COLUMNS[place]}
                data-label={COLUMNS[place]}
                className="wrap-anywhere text-right last:font-medium max-md:text-left max-md:before:block max-md:before:text-[0.6875rem] max-md:before:text-ink-soft max-md:before:content-[attr(data-label)] md:pl-4"
              >
                {show(side)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Line = { label: string; show: (side: MergeSide) => ReactNode }

function linesOf({ window }: MergePreview, { currency, currencyDigits, timeZone }: Business): Line[] {
  const days = formatDays(window.from, window.to, timeZone)
  const date = (instant: string | null) => (instant === null ? 'none' : formatDate(instant, timeZone))
  const money = (amount: number) => <Amount value={amount} digits={currencyDigits} />
  return [
    { label: 'Name', show: ({ customer }) => <bdi>{customer.full_name}</bdi> },
    { label: 'Group', show: ({ customer }) => <bdi>{customer.group.name}</bdi> },
    { label: 'Home branch', show: ({ customer }) => <bdi>{customer.home_branch.name}</bdi> },
    { label: `Orders, ${days}`, show: ({ in_period }) => formatCount(in_period.total_orders) },
    { label: `Revenue in ${currency}, ${days}`, show: ({ in_period }) => money(in_period.revenue) },
    { label: 'Orders of all time', show: ({ lifetime }) => formatCount(lifetime.total_orders) },
    { label: `Revenue of all time in ${currency}`, show: ({ lifetime }) => money(lifetime.revenue) },
    { label: 'Cancelled, not counted', show: ({ lifetime }) => formatCount(lifetime.cancelled_orders) },
    { label: 'First order', show: ({ lifetime }) => date(lifetime.first_order_date) },
    { label: 'Last order', show: ({ lifetime }) => date(lifetime.last_order_date) },
    { label: 'Vehicles', show: ({ customer }) => formatCount(customer.vehicles.length) },
    { label: 'Notes', show: ({ customer }) => formatCount(customer.notes.length) },
  ]
}
