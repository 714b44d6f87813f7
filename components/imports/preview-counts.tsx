import type { Business } from '@/lib/business'
import { currencyDigits } from '@/lib/currency'
import { formatCount, formatMoney } from '@/lib/format/number'
import type { ImportPreview } from '@/lib/imports/job'

const COLUMNS = ['Rows', 'New', 'Changed', 'Unchanged'] as const

/** How many customers and orders would be new, changed or left as they are, and what else would come about. */
export function PreviewCounts({ preview, business }: { preview: ImportPreview; business: Business }) {
  const { customers, orders, amounts, currency } = preview
  const digits = currency === business.currency ? business.currencyDigits : currencyDigits(currency)
  const money = (amount: number) => formatMoney(amount, { currency, currencyDigits: digits })
  return (
    <>
      <table className="w-full max-w-xl text-sm tabular-nums">
        <caption className="sr-only">What the import would do</caption>
        <thead className="text-ink-soft text-xs">
          <tr>
            <td />
            {COLUMNS.map((label) => (
              <th key={label} scope="col" className="h-8 text-right font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {customers && <CountsRow label="Customers" counts={customers} />}
          {orders && <CountsRow label="Orders" counts={orders} />}
        </tbody>
      </table>
      <ul className="mt-3 grid gap-1 text-sm">
        {amounts && (
          <li>
            All orders of the file together: <strong className="font-medium">{money(amounts.all)}</strong>; of these,
            new: <strong className="font-medium">{money(amounts.created)}</strong>
          </li>
        )}
        {notesOf(preview).map((note) => (
          <li key={note}>
            <bdi className="wrap-anywhere">{note}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}

type Counts = NonNullable<ImportPreview['customers']>

function CountsRow({ label, counts: { rows, created, changed, unchanged } }: { label: string; counts: Counts }) {
  return (
    <tr className="border-t">
      <th scope="row" className="h-10 text-left font-medium">
        {label}
      </th>
      {[rows, created, changed, unchanged].map((count, at) => (
        <td key={COLUMNS[at]} className="text-right">
          {formatCount(count)}
        </td>
      ))}
    </tr>
  )
}

function notesOf({
  customers,
  orders,
  groups_created,
  branches_created,
  currency_taken,
  ignored_columns,
}: ImportPreview): string[] {
  const repeated = (customers?.repeated ?? 0) + (orders?.repeated ?? 0)
  const ignored = [...ignored_columns.customers, ...ignored_columns.orders]
  return [
    groups_created.length > 0 && `New groups: ${groups_created.join(', ')}`,
    branches_created.length > 0 && `New branches: ${branches_created.join(', ')}`,
    currency_taken && `The business would take the currency of its first orders: ${currency_taken}`,
    customers &&
      customers.left_alone > 0 &&
      `Merged or erased customers, left alone: ${formatCount(customers.left_alone)}`,
    repeated > 0 && `Rows that say the same again, taken once: ${formatCount(repeated)}`,
    ignored.length > 0 && `Columns that are not read: ${ignored.join(', ')}`,
  ].filter((note) => typeof note === 'string')
}
