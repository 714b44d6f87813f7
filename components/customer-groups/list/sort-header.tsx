import clsx from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'

type SortHeaderProps = {
  sorted: false | 'asc' | 'desc'
  /** Absent where the column does not sort. */
  onSort: ((event: unknown) => void) | undefined
  alignEnd: boolean
  className: string
  name: string
}

/** A column's header, a button where it sorts; a sticky one stays below the panel's header while the rows scroll. */
export function SortHeader({ sorted, onSort, alignEnd, className, name }: SortHeaderProps) {
  const Arrow = sorted === 'asc' ? ArrowUp : ArrowDown
  return (
    // On paper the header stands on every page, where a button would be left out.
    <th
      scope="col"
      data-name={name}
      aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
      className={clsx(
        'top-[57px] z-10 h-10 bg-surface text-left font-medium text-ink-soft text-xs shadow-[0_1px_0_var(--line)]',
        onSort && 'print:before:whitespace-nowrap print:before:content-[attr(data-name)]',
        className,
      )}
    >
      {onSort ? (
        <button
          type="button"
          onClick={onSort}
          className={clsx(
            'print:hidden -mx-1 inline-flex h-10 items-center gap-1 whitespace-nowrap px-1 underline-offset-4 hover:text-ink hover:underline',
            sorted && 'text-ink',
            alignEnd && 'flex-row-reverse',
          )}
        >
          {name}
          {sorted && <Arrow aria-hidden="true" className="size-3.5" />}
        </button>
      ) : (
        <span className="whitespace-nowrap">{name}</span>
      )}
    </th>
  )
}
