'use client'

import { type SortingState, useTable } from '@tanstack/react-table'
import clsx from 'clsx'
import { useMemo } from 'react'
import { Amount } from '@/components/ui/amount'
import type { Business } from '@/lib/business'
import type { GroupDetails } from '@/lib/customer-groups/contract'
import { CUSTOMER_SORTS } from '@/lib/definitions'
import { formatDate } from '@/lib/format/date'
import { formatCount } from '@/lib/format/number'
import { customerColumns, customerTableFeatures } from './customer-columns'
import { CustomerTableTotals } from './customer-table-totals'
import type { ListChoices } from './list-choices'
import { SortHeader } from './sort-header'

type CustomerTableProps = { list: GroupDetails; business: Business; choices: ListChoices }

/** A page of customers, each row a link to the profile; below 768 px the rows are cards. */
export function CustomerTable({ list, business, choices: { params, choose, profileHref } }: CustomerTableProps) {
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
  const table = useTable({
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
                className={cellStyle(header.column.columnDef.meta)}
              >
                <table.FlexRender header={header} />
              </SortHeader>
            ))}
          </tr>
        ))}
      </thead>
      <tbody className="max-md:block">
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            className="relative border-t transition-colors duration-150 hover:bg-raised max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:px-4 max-md:py-3 md:h-[57px]"
          >
            {row.getAllCells().map((cell) => (
              <td
                key={cell.id}
                data-label={cell.column.columnDef.meta?.label}
                className={clsx(
                  cellStyle(cell.column.columnDef.meta),
                  cell.column.columnDef.meta ? labelled : 'max-md:col-span-2 max-md:mb-1 md:min-w-44 md:max-w-64',
                )}
              >
                {/* One child beside the label of a card, however many parts the value has. */}
                <div className="min-w-0">
                  <table.FlexRender cell={cell} />
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <CustomerTableTotals list={list} digits={currencyDigits} searching={params.q !== ''} />
    </table>
  )
}

const labelled =
  'max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-2 max-md:py-0.5 max-md:before:text-ink-soft max-md:before:text-xs max-md:before:content-[attr(data-label)]'

function cellStyle(meta: { align?: 'end'; spare?: boolean } | undefined): string {
  return clsx(
    'md:px-2 md:first:pl-4 md:last:pr-4',
    meta?.align === 'end' && 'md:text-right',
    meta?.spare && 'md:@max-4xl:hidden',
  )
}
