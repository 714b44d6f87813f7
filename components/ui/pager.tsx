import clsx from 'clsx'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Page } from '@/lib/figures'
import { formatCount } from '@/lib/format/number'
import { buttonStyle } from './button-style'

/** How another page is reached: by a link to it, or by a call where the page changes in place. */
type Way = { href: (page: number) => string } | { onPage: (page: number) => void }

type PagerProps = { label: string; page: Page; back?: string; on?: string; way: Way; className?: string }

/** "26–50 of 117" and the way to the pages beside it; nothing to press where there is only one. */
export function Pager({ label, page, back = 'Previous', on = 'Next', way, className = 'px-4' }: PagerProps) {
  const first = (page.number - 1) * page.size + 1
  const last = Math.min(page.number * page.size, page.total)
  return (
    <nav
      aria-label={label}
      className={clsx('flex min-h-14 items-center justify-between gap-3 border-t py-2', className)}
    >
      <p className="text-ink-soft text-sm tabular-nums">
        {formatCount(first)}–{formatCount(last)} of {formatCount(page.total)}
      </p>
      {page.total > page.size && (
        <div className="flex gap-2">
          <Step to={page.number - 1} exists={page.number > 1} way={way} className="pl-2">
            <ChevronLeft aria-hidden="true" className="size-4" />
            {back}
          </Step>
          <Step to={page.number + 1} exists={last < page.total} way={way} className="pr-2">
            {on}
            <ChevronRight aria-hidden="true" className="size-4" />
          </Step>
        </div>
      )}
    </nav>
  )
}

type StepProps = { to: number; exists: boolean; way: Way; className: string; children: ReactNode }

/** A link to a page that is not there would lead nowhere, so there is none; a button stays in its place, disabled. */
function Step({ to, exists, way, className, children }: StepProps) {
  const style = buttonStyle('plain', className)
  if ('onPage' in way)
    return (
      <button type="button" disabled={!exists} onClick={() => way.onPage(to)} className={style}>
        {children}
      </button>
    )
  if (!exists) return null
  return (
    <Link href={way.href(to)} prefetch={false} scroll={false} className={style}>
      {children}
    </Link>
  )
}
