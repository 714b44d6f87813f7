import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'
import type { CustomerProfile } from '@/lib/customers/contract'
import { formatCount } from '@/lib/format/number'

type OrderPagesProps = { page: CustomerProfile['orders']['page']; pageHref: (page: number) => string }

/** "26–50 of 117" and links to the pages beside it. */
export function OrderPages({ page, pageHref }: OrderPagesProps) {
  const first = (page.number - 1) * page.size + 1
  const last = Math.min(page.number * page.size, page.total)
  return (
    <nav aria-label="Pages of the orders" className="flex items-center justify-between gap-3 border-t px-5 py-2">
      <p className="text-ink-soft text-sm tabular-nums">
        {formatCount(first)}–{formatCount(last)} of {formatCount(page.total)}
      </p>
      <div className="flex min-h-10 gap-2">
        {page.number > 1 && (
          <Link
            href={pageHref(page.number - 1)}
            prefetch={false}
            scroll={false}
            className={buttonStyle('plain', 'pl-2')}
          >
            <ChevronLeft aria-hidden="true" className="size-4" />
            Newer
          </Link>
        )}
        {last < page.total && (
          <Link
            href={pageHref(page.number + 1)}
            prefetch={false}
            scroll={false}
            className={buttonStyle('plain', 'pr-2')}
          >
            Older
            <ChevronRight aria-hidden="true" className="size-4" />
          </Link>
        )}
      </div>
    </nav>
  )
}
