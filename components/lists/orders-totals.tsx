import { Amount } from '@/components/ui/amount'
import type { Business } from '@/lib/business'
import { formatQuantity } from '@/lib/format/number'
import type { OrdersPage } from '@/lib/orders/list'

type OrdersTotalsProps = { list: OrdersPage; columns: number; business: Business }

/** The figures of everything that matches, on all pages: cancelled orders are listed and not counted. */
export function OrdersTotals({ list: { page, counted }, columns, business }: OrdersTotalsProps) {
  const cancelled = page.total - counted.total_orders
  return (
    <tfoot className="max-md:block">
      <tr className="border-line-strong border-t bg-raised font-semibold max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-4 max-md:px-4 max-md:py-3 md:h-12">
        <th scope="row" colSpan={Math.max(1, columns - 1)} className="text-left font-semibold md:px-4">
          {formatQuantity(counted.total_orders, 'counted order')}
          {cancelled > 0 && (
            <span className="font-normal text-ink-soft"> and {formatQuantity(cancelled, 'cancelled one')}</span>
          )}
        </th>
        <td className="whitespace-nowrap text-right md:pr-4 md:pl-2">
          <span className="font-normal text-ink-soft text-xs">{business.currency} </span>
          <Amount value={counted.revenue} digits={business.currencyDigits} />
        </td>
      </tr>
    </tfoot>
  )
}
