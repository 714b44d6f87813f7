import type { ReactNode } from 'react'
import { Pager } from '@/components/ui/pager'
import type { Page } from '@/lib/figures'

type ListBoxProps = { page: Page; pageHref: (page: number) => string; children: ReactNode }

/** A table in its box, with the way to its other pages below. */
export function ListBox({ page, pageHref, children }: ListBoxProps) {
  return (
    <div className="mt-4 rounded-box border bg-surface">
      {children}
      <Pager label="Pages of the list" page={page} way={{ href: pageHref }} />
    </div>
  )
}
