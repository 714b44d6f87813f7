import { SearchX, UsersRound } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import type { Business } from '@/lib/business'
import type { GroupDetails } from '@/lib/customer-groups/contract'
import { formatCount, formatQuantity } from '@/lib/format/number'
import { CustomerSearch } from './customer-search'
import { CustomerTable } from './customer-table'
import type { ListChoices } from './list-choices'
import { SortSelect } from './sort-select'

type CustomerListProps = { list: GroupDetails; business: Business; choices: ListChoices }

/** The customers that the group's figures are made of: searched, sorted and paged by the server. */
export function CustomerList({ list, business, choices }: CustomerListProps) {
  const { params } = choices
  const { page, stats } = list
  return (
    <div className="border-t">
      {(stats.customer_count > 0 || params.q !== '') && (
        <div className="flex flex-wrap items-center gap-3 px-4 py-3">
          <CustomerSearch value={params.q} groupName={stats.name} onSearch={choices.type} />
          <SortSelect choices={choices} />
          <p role="status" className="ml-auto text-ink-soft text-sm tabular-nums">
            {params.q !== '' && `${formatCount(page.total)} of ${formatQuantity(stats.customer_count, 'customer')}`}
          </p>
        </div>
      )}
      {page.number !== params.page && page.total > 0 && (
        <p role="status" className="mx-4 mb-3 rounded-box bg-warn-ground px-3 py-2 text-sm text-warn-ink">
          There is no page {formatCount(params.page)}. This is page {formatCount(page.number)}.
        </p>
      )}
      {page.total > 0 ? (
        <>
          <CustomerTable list={list} business={business} choices={choices} />
          <Pager label="Pages of the list" page={page} way={{ onPage: (number) => choices.choose({ page: number }) }} />
        </>
      ) : (
        <div className="px-4 pb-4 first:pt-4">
          <NobodyHere list={list} choices={choices} />
        </div>
      )}
    </div>
  )
}

function NobodyHere({ list, choices }: Pick<CustomerListProps, 'list' | 'choices'>) {
  if (choices.params.q !== '')
    return (
      <EmptyState
        icon={SearchX}
        title={`Nobody in ${list.stats.name} matches “${choices.params.q}”`}
        actions={
          <button type="button" className={buttonStyle()} onClick={() => choices.type('')}>
            Clear the search
          </button>
        }
      >
        Names, organisations, e-mails, phones, plates and customer numbers are searched.
      </EmptyState>
    )
  return (
    <EmptyState icon={UsersRound} title={`No customer of ${list.stats.name} in this period`}>
      {formatQuantity(list.stats.registered_count, 'customer is', 'customers are')} registered in this group.
    </EmptyState>
  )
}
