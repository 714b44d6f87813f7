'use client'

import clsx from 'clsx'
import { useArrowKeys } from '@/components/ui/use-arrow-keys'
import { customerCellStyle } from './customer-cell-style'
import { CustomerRow } from './customer-row'
import { CustomerTableTotals } from './customer-table-totals'
import { isNarrowed } from './list-toolbar'
import { SortHeader } from './sort-header'
import { type CustomerTableProps, useCustomerTable } from './use-customer-table'

/**
 * A page of customers, each row a link to the profile; below 768 px the rows are cards. The usual columns fit, some step
 * back where it is narrow, and their headers stay in sight; chosen ones are all there and scroll sideways in their box.
 */
export function CustomerTable({ fits, ...props }: CustomerTableProps & { fits: boolean }) {
  const { list, choices } = props
  const table = useCustomerTable(props)
  const element = useArrowKeys()
  const columns = table.getAllLeafColumns().map(({ id, columnDef: { meta } }) => ({ id, meta }))
  return (
    <div className={clsx(!fits && 'md:overflow-x-auto')}>
      <table ref={element} className="w-full text-sm tabular-nums max-md:block">
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
                  className={clsx(customerCellStyle(header.column.columnDef.meta, fits), fits && 'sticky print:static')}
                  name={String(header.column.columnDef.header)}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody className="max-md:block">
          {table.getRowModel().rows.map((row) => (
            <CustomerRow key={row.id} row={row} fits={fits} />
          ))}
        </tbody>
        <CustomerTableTotals
          groupKey={choices.params.group}
          {...{ list, columns, fits }}
          narrowed={isNarrowed(choices.params)}
        />
      </table>
    </div>
  )
}
