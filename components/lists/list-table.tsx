import clsx from 'clsx'
import type { ReactNode } from 'react'
import { StackingCell, StackingRow } from '@/components/ui/stacking-table'
import type { SortDirection } from '@/lib/definitions'
import type { ListColumn } from './list-column'
import { ListHeader } from './list-header'

type ListTableProps<Row, Sort extends string> = {
  caption: string
  columns: readonly ListColumn<Row, Sort>[]
  rows: readonly Row[]
  sort: Sort
  dir: SortDirection
  sortHref: (sort: Sort, dir: SortDirection) => string
  /** The rows below the list, as its totals. */
  footer?: ReactNode
}

/**
 * A page of a list, sorted by links. Its first column names the row and links to it; below 768 px the rows are cards. A
 * table of many columns scrolls sideways in its box.
 */
export function ListTable<Row extends { id: string }, Sort extends string>(props: ListTableProps<Row, Sort>) {
  const { caption, columns, rows, sort, dir, sortHref, footer } = props
  return (
    <div className="md:overflow-x-auto">
      <table className="w-full text-sm tabular-nums max-md:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-ink-soft text-xs max-md:hidden">
          <tr>
            {columns.map((column) => (
              <ListHeader key={column.label} {...{ column, sort, dir, sortHref }} />
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map((row) => (
            <StackingRow key={row.id} linked>
              {columns.map(({ label, align, className, cell }, place) => (
                <StackingCell
                  key={label}
                  label={place === 0 ? undefined : label}
                  className={clsx(align === 'end' && 'md:text-right', className)}
                >
                  {cell(row)}
                </StackingCell>
              ))}
            </StackingRow>
          ))}
        </tbody>
        {footer}
      </table>
    </div>
  )
}
