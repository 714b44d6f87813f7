import { ColumnChoice } from '@/components/ui/column-choice'
import { Pager } from '@/components/ui/pager'
import type { Business } from '@/lib/business'
import type { GroupDetails } from '@/lib/customer-groups/contract'
import { LIST_COLUMNS } from '@/lib/customer-groups/list-columns'
import { LIST_COLUMN_WORDS } from '@/lib/format/list-words'
import { formatCount } from '@/lib/format/number'
import { CopyTable } from './copy-table'
import { CustomerTable } from './customer-table'
import type { ListChoices } from './list-choices'
import { isNarrowed, ListToolbar } from './list-toolbar'
import { NobodyHere } from './nobody-here'
import { useListColumns } from './use-list-columns'

type CustomerListProps = { list: GroupDetails; from: string; business: Business; choices: ListChoices }

const ALL_COLUMNS = LIST_COLUMNS.map((name) => ({ name, label: LIST_COLUMN_WORDS[name] }))

/** The customers that the group's figures are made of: searched, filtered, sorted and paged by the server. */
export function CustomerList({ list, from, business, choices }: CustomerListProps) {
  const { params } = choices
  const { page, stats } = list
  const columns = useListColumns(params)
  return (
    <div className="border-t">
      {(stats.customer_count > 0 || isNarrowed(params)) && (
        <ListToolbar list={list} choices={choices} currency={business.currency}>
          <ColumnChoice all={ALL_COLUMNS} current={columns.shown} usual={columns.usual} onShow={columns.show} />
          {page.total > 0 && <CopyTable {...{ list, from, business }} columns={columns.shown} />}
        </ListToolbar>
      )}
      {page.number !== params.page && page.total > 0 && (
        <p role="status" className="mx-4 mb-3 rounded-box bg-warn-ground px-3 py-2 text-sm text-warn-ink">
          There is no page {formatCount(params.page)}. This is page {formatCount(page.number)}.
        </p>
      )}
      {page.total > 0 ? (
        <>
          <CustomerTable {...{ list, business, choices, from }} columns={columns.shown} fits={columns.isUsual} />
          <Pager label="Pages of the list" page={page} way={{ onPage: (number) => choices.choose({ page: number }) }} />
        </>
      ) : (
        <div className="px-4 pb-4 first:pt-4">
          <NobodyHere stats={stats} choices={choices} />
        </div>
      )}
    </div>
  )
}
