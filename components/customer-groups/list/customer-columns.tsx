import { createColumnHelper, metaHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { GroupCustomer, Matched } from '@/lib/customer-groups/contract'
import type { ListColumn } from '@/lib/customer-groups/list-columns'
import type { CustomerSort, SortDirection } from '@/lib/definitions'
import { LIST_COLUMN_WORDS } from '@/lib/format/list-words'

/** Whose totals they are: of all that the list matches, or of the whole group. */
export type Among = 'list' | 'group'

export type ColumnMeta = {
  align?: 'end'
  /** Where the column steps back: already in a narrow table, or in a still narrower one. */
  spare?: 'narrow' | 'narrower'
  /** The column's name where rows are cards; none where the value speaks for itself. */
  label?: string
  /** Where a card gives the value a line of its own: on every phone, or on a small one. */
  wide?: 'phone' | 'small phone'
  /** The column's value of all customers that match, or of the whole group; without it there is none. */
  total?: (figures: Matched, among: Among) => ReactNode
}

/** What a column shows of a customer; its heading may say more, or be shorter, than its words. */
export type CustomerColumn = ColumnMeta & { heading?: string; cell: (customer: GroupCustomer) => ReactNode }

export const customerTableFeatures = tableFeatures({ rowSortingFeature, columnMeta: metaHelper<ColumnMeta>() })

const column = createColumnHelper<typeof customerTableFeatures, GroupCustomer>()

/** Names begin at A, everything else at the greatest. */
export function firstDirection(sort: CustomerSort): SortDirection {
  return sort === 'name' ? 'asc' : 'desc'
}

/** The columns of the list that are shown. One that sorts has the contract's sort key as its name, which is of `sorts`. */
export function customerColumns(
  shown: readonly ListColumn[],
  cells: Record<ListColumn, CustomerColumn>,
  sorts: readonly CustomerSort[],
) {
  return shown.map((name) => {
    const { cell, heading, ...meta } = cells[name]
    const sort = sorts.find((key) => key === name)
    return column.accessor((customer): unknown => customer, {
      id: name,
      header: heading ?? LIST_COLUMN_WORDS[name],
      enableSorting: sort !== undefined,
      sortDescFirst: sort !== undefined && firstDirection(sort) === 'desc',
      cell: ({ row }) => cell(row.original),
      meta: name === 'name' ? meta : { ...meta, label: LIST_COLUMN_WORDS[name] },
    })
  })
}
