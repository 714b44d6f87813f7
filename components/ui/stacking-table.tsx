import clsx from 'clsx'
import type { ReactNode } from 'react'

type StackingTableProps = { caption: string; columns: readonly string[]; children: ReactNode }

/** A table whose rows become cards below 768 px; a column without a name holds the row's buttons. */
export function StackingTable({ caption, columns, children }: StackingTableProps) {
  return (
    <table className="w-full text-sm tabular-nums max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-ink-soft text-xs max-md:sr-only">
        <tr>
          {columns.map((label) => (
            <th key={label} scope="col" className="h-10 px-2 text-left font-medium first:pl-4 last:pr-4">
              {label === '' ? <span className="sr-only">What can be done</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">{children}</tbody>
    </table>
  )
}

/** `linked` where its first cell holds a link that covers all of it. */
export function StackingRow({ linked = false, children }: { linked?: boolean; children: ReactNode }) {
  return (
    <tr
      className={clsx(
        'relative border-t max-md:first:border-t-0 max-md:grid max-md:grid-cols-[minmax(0,1fr)] max-md:gap-0.5 max-md:px-4 max-md:py-3 md:h-14',
        linked && 'transition-colors duration-150 hover:bg-raised',
      )}
    >
      {children}
    </tr>
  )
}

type StackingCellProps = { label?: string; className?: string; children: ReactNode }

/** A value; its column's name stands beside it where rows are cards, unless it speaks for itself. */
export function StackingCell({ label, className, children }: StackingCellProps) {
  return (
    <td
      data-label={label}
      className={clsx(
        'md:px-2 md:py-2 md:last:pr-4 md:first:pl-4',
        label &&
          'max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-4 max-md:py-0.5 max-md:text-right max-md:before:shrink-0 max-md:before:text-ink-soft max-md:before:text-xs max-md:before:content-[attr(data-label)]',
        className,
      )}
    >
      {/* One child beside the label of a card, however many parts the value has. */}
      <div className="min-w-0">{children}</div>
    </td>
  )
}
