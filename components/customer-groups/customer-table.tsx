'use client'

import { FlexRender } from '@tanstack/react-table'
import type { Business } from '@/lib/business'
import type { GroupDetails } from '@/lib/customer-groups/contract'
import { customerCellStyle } from './customer-cell-style'
import { CustomerRow } from './customer-row'
import { CustomerTableTotals } from './customer-table-totals'
import type { ListChoices } from './list-choices'
import { SortHeader } from './sort-header'
import { useCustomerTable } from './use-customer-table'

type CustomerTableProps = { list: GroupDetails; business: Business; choices: ListChoices }

/** A page of customers, each row a link to the profile; below 768 px the rows are cards. */
export function CustomerTable({ list, business, choices }: CustomerTableProps) {
  const table = useCustomerTable(list.customers, business, choices)
  return (
    <table className="w-full text-sm tabular-nums max-md:block">
      <caption className="sr-only">Customers of {list.stats.name}</caption>
      <thead className="max-md:sr-only">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <SortHeader
                key={header.id}
                sorted={header.column.getIsSorted()}
                onSort={header.column.getCanSort() ? header.column.getToggleSortingHandler() : undefined}
                alignEnd={header.column.columnDef.meta?.align === 'end'}
                className={customerCellStyle(header.column.columnDef.meta)}
              >
                <FlexRender header={header} />
              </SortHeader>
            ))}
          </tr>
        ))}
      </thead>
      <tbody className="max-md:block">
        {table.getRowModel().rows.map((row) => (
          <CustomerRow key={row.id} row={row} />
        ))}
      </tbody>
      <CustomerTableTotals list={list} digits={business.currencyDigits} searching={choices.params.q !== ''} />
    </table>
  )
}
