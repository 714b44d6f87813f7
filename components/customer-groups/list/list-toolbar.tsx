import type { ReactNode } from 'react'
import type { GroupDetails } from '@/lib/customer-groups/contract'
import { activeFilters } from '@/lib/format/filter-words'
import { formatCount, formatQuantity } from '@/lib/format/number'
import { CustomerSearch } from './customer-search'
import type { ListChoices } from './list-choices'
import { FilterButton, FilterChips } from './list-filters'
import { SortSelect } from './sort-select'

type ListToolbarProps = {
  list: GroupDetails
  choices: ListChoices
  currency: string
  /** Which columns are shown. */
  children: ReactNode
}

/** Search, filters, order and columns of the list, and how many of the group it then shows. */
export function ListToolbar({ list: { stats, page }, choices, currency, children }: ListToolbarProps) {
  const { params } = choices
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <CustomerSearch value={params.q} groupName={stats.name} onSearch={choices.type} />
        <FilterButton choices={choices} currency={currency} />
        <SortSelect choices={choices} />
        {children}
        <p role="status" className="ml-auto text-ink-soft text-sm tabular-nums">
          {isNarrowed(params) && `${formatCount(page.total)} of ${formatQuantity(stats.customer_count, 'customer')}`}
        </p>
      </div>
      <FilterChips choices={choices} currency={currency} />
    </div>
  )
}

/** Whether the list shows only some of the group's customers. */
export function isNarrowed(params: ListChoices['params']): boolean {
  return params.q !== '' || activeFilters(params, '').length > 0
}
