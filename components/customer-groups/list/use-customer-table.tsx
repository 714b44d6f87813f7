import { type SortingState, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Business } from '@/lib/business'
import type { GroupDetails } from '@/lib/customer-groups/contract'
import { type ListColumn, listKind, sortsOf } from '@/lib/customer-groups/list-columns'
import { CUSTOMER_SORTS } from '@/lib/definitions'
import { customerCells } from './customer-cells'
import { customerColumns, customerTableFeatures } from './customer-columns'
import type { ListChoices } from './list-choices'

export type CustomerTableProps = {
  list: GroupDetails
  business: Business
  choices: ListChoices
  columns: readonly ListColumn[]
  /** The beginning of the period. */
  from: string
}

/** A page of customers as a table. The server has sorted it: another sort is asked for through the URL. */
export function useCustomerTable({ list, business, choices, columns: shown, from }: CustomerTableProps) {
  const { params, choose, profileHref } = choices
  const { group: groupKey } = params
  const { name: groupName, total_revenue: groupRevenue } = list.stats
  const bothPeriods = listKind(params) === 'both'
  const columns = useMemo(() => {
    const cells = customerCells({ business, profileHref, groupKey, groupName, groupRevenue, from, bothPeriods })
    return customerColumns(shown, cells, sortsOf(params.compare))
  }, [shown, business, profileHref, groupKey, groupName, groupRevenue, from, bothPeriods, params.compare])
  const sorting: SortingState = [{ id: params.sort, desc: params.dir === 'desc' }]
  return useTable({
    features: customerTableFeatures,
    columns,
    data: list.customers,
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
