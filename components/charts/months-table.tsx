import { Amount } from '@/components/ui/amount'
import type { Business } from '@/lib/business'
import type { MonthFigures } from '@/lib/customers/contract'
import { formatMonth } from '@/lib/format/date'
import { formatCount } from '@/lib/format/number'
import { AsTable } from './as-table'

/** What the chart draws, in figures, the latest first. */
export function MonthsTable({ months, business }: { months: readonly MonthFigures[]; business: Business }) {
  return (
    <AsTable>
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">Orders and revenue by month</caption>
        <thead className="text-ink-soft text-xs">
          <tr>
            <th scope="col" className="h-10 text-left font-medium">
              Month
            </th>
            <th scope="col" className="text-right font-medium">
              Orders
            </th>
            <th scope="col" className="text-right font-medium">
              Revenue, {business.currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...months].reverse().map(({ month, total_orders, revenue }) => (
            <tr key={month} className="h-9 border-t">
              <th scope="row" className="text-left font-normal">
                {formatMonth(month)}
              </th>
              <td className="text-right">{formatCount(total_orders)}</td>
              <td className="text-right">
                <Amount value={revenue} digits={business.currencyDigits} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </AsTable>
  )
}
