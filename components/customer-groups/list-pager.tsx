import { ChevronLeft, ChevronRight } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import type { GroupDetails } from '@/lib/customer-groups/contract'
import { formatCount } from '@/lib/format/number'

type ListPagerProps = { page: GroupDetails['page']; onPage: (number: number) => void }

/** "26–50 of 117" and the way to the pages beside it; nothing to press where there is only one. */
export function ListPager({ page, onPage }: ListPagerProps) {
  const first = (page.number - 1) * page.size + 1
  const last = Math.min(page.number * page.size, page.total)
  const pages = Math.ceil(page.total / page.size)
  return (
    <nav aria-label="Pages of the list" className="flex items-center justify-between gap-3 border-t px-4 py-2">
      <p className="text-ink-soft text-sm tabular-nums">
        {formatCount(first)}–{formatCount(last)} of {formatCount(page.total)}
      </p>
      {pages > 1 && (
        <div className="flex gap-2">
          <button
            type="button"
            disabled={page.number <= 1}
            onClick={() => onPage(page.number - 1)}
            className={buttonStyle('plain', 'pl-2')}
          >
            <ChevronLeft aria-hidden="true" className="size-4" />
            Previous
          </button>
          <button
            type="button"
            disabled={page.number >= pages}
            onClick={() => onPage(page.number + 1)}
            className={buttonStyle('plain', 'pr-2')}
          >
            Next
            <ChevronRight aria-hidden="true" className="size-4" />
          </button>
        </div>
      )}
    </nav>
  )
}
