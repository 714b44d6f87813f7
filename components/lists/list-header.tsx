import clsx from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import type { SortDirection } from '@/lib/definitions'
import type { ListColumn } from './list-column'

type ListHeaderProps<Row, Sort extends string> = {
  column: ListColumn<Row, Sort>
  sort: Sort
  dir: SortDirection
  sortHref: (sort: Sort, dir: SortDirection) => string
}

/** A column's header; where it sorts, a link to the list in the other direction or by this column. */
export function ListHeader<Row, Sort extends string>({ column, sort, dir, sortHref }: ListHeaderProps<Row, Sort>) {
  const { label, heading = label, align, sort: own } = column
  const sorted = own?.by === sort
  const Arrow = dir === 'asc' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      aria-sort={sorted ? (dir === 'asc' ? 'ascending' : 'descending') : undefined}
      className={clsx(
        'h-10 whitespace-nowrap px-2 text-left font-medium first:pl-4 last:pr-4',
        align === 'end' && 'text-right',
      )}
    >
      {own ? (
        <Link
          href={sortHref(own.by, sorted ? (dir === 'asc' ? 'desc' : 'asc') : own.first)}
          prefetch={false}
          scroll={false}
          className={clsx(
            '-mx-1 inline-flex h-10 items-center gap-1 px-1 underline-offset-4 hover:text-ink hover:underline',
            sorted && 'text-ink',
            align === 'end' && 'flex-row-reverse',
          )}
        >
          {heading}
          {sorted && <Arrow aria-hidden="true" className="size-3.5" />}
        </Link>
      ) : (
        heading
      )}
    </th>
  )
}
