import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useArrowKeys } from '@/components/ui/use-arrow-keys'
import { AsTable } from './as-table'

type FiguresTableProps = {
  caption: string
  /** What the rows are, above their names. */
  rowsAre: string
  /** The other column headers. */
  headers: ReactNode
  /** How high it may grow before it scrolls. */
  height: string
  /** What has to be known to add it up, below it. */
  note?: ReactNode
  children: ReactNode
}

/** What a chart draws, in figures; header and row names stay while it scrolls. */
export function FiguresTable({ caption, rowsAre, headers, height, note, children }: FiguresTableProps) {
  const table = useArrowKeys()
  return (
    <AsTable>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section aria-label={caption} tabIndex={0} className={clsx('overflow-auto rounded', height)}>
        <table ref={table} className="w-full text-sm tabular-nums [&_td]:isolate [&_th]:z-1">
          <caption className="sr-only">{caption}</caption>
          <thead className="sticky top-0 z-10 bg-surface text-ink-soft text-xs">
            <tr>
              <th scope="col" className="sticky left-0 h-10 bg-surface pr-3 text-left font-medium">
                {rowsAre}
              </th>
              {headers}
            </tr>
          </thead>
          {children}
        </table>
      </section>
      {note}
    </AsTable>
  )
}
