import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** The figures of a chart as a table, one click away. */
export function AsTable({ children }: { children: ReactNode }) {
  return (
    <details className="group/table mt-1">
      <summary className="-ml-1 inline-flex min-h-10 list-none items-center gap-1 rounded px-1 text-ink-soft text-sm hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-4 group-open/table:rotate-90" />
        As a table
      </summary>
      {children}
    </details>
  )
}
