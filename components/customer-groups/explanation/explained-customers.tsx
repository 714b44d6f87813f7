import Link from 'next/link'
import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import { SignedAmount } from '@/components/ui/signed-amount'
import type { Business } from '@/lib/business'
import type { ExplanationAnswer } from '@/lib/customer-groups/explanation/contract'
import { type ExplainedFigure, isSumOfCustomers } from '@/lib/customer-groups/explanation/figures'
import { formatCount } from '@/lib/format/number'

type ExplainedCustomersProps = {
  figure: ExplainedFigure
  rows: Extract<ExplanationAnswer['rows'], { kind: 'customers' }>
  business: Business
  profileHref: (customerId: string) => string
}

/** A page of the customers in a figure, each a link to the profile, with what they ordered in its days. */
export function ExplainedCustomers({ figure, rows, business, profileHref }: ExplainedCustomersProps) {
  const { currency, currencyDigits: digits } = business
  if (rows.items.length === 0) return null
  const bringChange = isSumOfCustomers(figure)
  return (
    <table className="mt-2 w-full text-sm tabular-nums">
      <caption className="sr-only">Customers in the figure</caption>
      <thead className="text-ink-soft text-xs">
        <tr className="h-8 text-right">
          <th scope="col" className="pr-3 text-left font-medium">
            Customer
          </th>
          <th scope="col" className="pr-3 font-medium">
            Orders
          </th>
          <th scope="col" className="font-medium">
            Revenue, {currency}
          </th>
          {bringChange && (
            <th scope="col" className="pl-3 font-medium">
              Part of the change
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.items.map((customer) => (
          <tr
            key={customer.id}
            className="relative h-11 border-t text-right transition-colors duration-150 hover:bg-raised"
          >
            <td className="py-1.5 pr-3 text-left">
              <Link
                href={profileHref(customer.id)}
                prefetch={false}
                className="font-medium after:absolute after:inset-0"
              >
                <bdi className="wrap-anywhere line-clamp-2">{customer.full_name}</bdi>
              </Link>
              {customer.external_id !== null && (
                <bdi className="block text-ink-soft text-xs">{customer.external_id}</bdi>
              )}
            </td>
            <td className="pr-3">
              {formatCount(customer.orders)}
              {customer.previous && <Before>{formatCount(customer.previous.orders)}</Before>}
            </td>
            <td className="whitespace-nowrap">
              <Amount value={customer.revenue} digits={digits} />
              {customer.previous && (
                <Before>
                  <Amount value={customer.previous.revenue} digits={digits} />
                </Before>
              )}
            </td>
            {bringChange && (
              <td className="whitespace-nowrap pl-3">
                <SignedAmount change={customer.amount ?? 0} digits={digits} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What it was in the days compared with, below what it is. */
function Before({ children }: { children: ReactNode }) {
  return <span className="block whitespace-nowrap text-ink-soft text-xs">before {children}</span>
}
