import { type SortingState, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { Amount } from '@/components/ui/amount'
import type { Business } from '@/lib/business'
import type { GroupCustomer } from '@/lib/customer-groups/contract'
import { CUSTOMER_SORTS } from '@/lib/definitions'
import { formatDate } from '@/lib/format/date'
import { formatCount } from '@/lib/format/number'
import { customerColumns, customerTableFeatures } from './customer-columns'
import type { ListChoices } from './list-choices'

/** A page of customers as a table. The server has sorted it: another sort is asked for through the URL. */
export function useCustomerTable(customers: GroupCustomer[], business: Business, choices: ListChoices) {
  const { params, choose, profileHref } = choices
  const { currencyDigits, currency, timeZone } = business
  const columns = useMemo(
    () =>
      customerColumns({
        count: formatCount,
        amount: (value) => <Amount value={value} digits={currencyDigits} />,
        date: (instant) => formatDate(instant, timeZone),
        profileHref,
        currency,
      }),
    [currencyDigits, currency, timeZone, profileHref],
  )
  const sorting: SortingState = [{ id: params.sort, desc: params.dir === 'desc' }]
  return useTable({
    features: customerTableFeatures,
    columns,
    data: customers,
    getRowId: (customer) => customer.id,
    state: { sorting },
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change
      const sort = CUSTOMER_SORTS.find((key) => key === next?.id)
      if (next && sort) choose({ sort, dir: next.desc ? 'desc' : 'asc' })
    },
  })
}
