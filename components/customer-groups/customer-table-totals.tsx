import clsx from 'clsx'
import { Amount } from '@/components/ui/amount'
import type { GroupDetails } from '@/lib/customer-groups/contract'
import { formatCount, formatQuantity } from '@/lib/format/number'

type CustomerTableTotalsProps = { list: GroupDetails; digits: number; searching: boolean }

const CELL =
  'md:px-2 md:text-right max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-2 max-md:py-0.5 max-md:before:font-normal max-md:before:text-ink-soft max-md:before:text-xs max-md:before:content-[attr(data-label)]'

/** The whole group's figures, the same as on its card: all pages, and also while a search shows only some rows. */
export function CustomerTableTotals({ list: { stats }, digits, searching }: CustomerTableTotalsProps) {
  return (
    <tfoot className="max-md:block">
      <tr className="border-line-strong border-t bg-raised font-semibold max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:px-4 max-md:py-3 md:h-12">
        <th scope="row" className="text-left font-semibold max-md:col-span-2 max-md:mb-1 md:pr-2 md:pl-4">
          {searching ? 'Whole group' : 'Total'}, {formatQuantity(stats.customer_count, 'customer')}
        </th>
        <td className="md:@max-4xl:hidden max-md:hidden" />
        <td data-label="Orders" className={CELL}>
          {formatCount(stats.total_orders)}
        </td>
        <td data-label="Service" className={CELL}>
          {formatCount(stats.service_orders)}
        </td>
        <td data-label="Sales" className={CELL}>
          {formatCount(stats.sales_orders)}
        </td>
        <td data-label="Consult." className={CELL}>
          {formatCount(stats.consultation_orders)}
        </td>
        <td data-label="Completed" className={clsx(CELL, 'md:@max-4xl:hidden')}>
          {formatCount(stats.completed_orders)}
        </td>
        <td data-label="Revenue" className={CELL}>
          <span>
            <Amount value={stats.total_revenue} digits={digits} />
          </span>
        </td>
        <td className="max-md:hidden" />
      </tr>
    </tfoot>
  )
}
