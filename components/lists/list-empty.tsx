import { FileUp, SearchX, StepBack } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import type { Page } from '@/lib/figures'
import { formatCount, formatQuantity } from '@/lib/format/number'

type ListEmptyProps = {
  page: Page
  /** "customer", as one of the list is called. */
  noun: string
  filtered: boolean
  clearHref: string
  pageHref: (page: number) => string
  /** What is searched, in a sentence. */
  searched: string
  /** The way to the first record, for those who may enter. */
  begin: ReactNode
}

/** Why a list shows no row: its page is not there, nothing matches, or nothing was ever recorded. */
export function ListEmpty({ page, noun, filtered, clearHref, pageHref, searched, begin }: ListEmptyProps) {
  if (page.total > 0) return <NoSuchPage page={page} noun={noun} pageHref={pageHref} />
  if (filtered)
    return (
      <EmptyState
        icon={SearchX}
        title={`No ${noun} matches`}
        actions={
          <Link href={clearHref} prefetch={false} className={buttonStyle()}>
            Clear search and filters
          </Link>
        }
      >
        {searched}
      </EmptyState>
    )
  return (
    <EmptyState icon={FileUp} title={`No ${noun} is recorded yet`} actions={begin}>
      <p>They appear here as soon as they are entered or imported from CSV files:</p>
      <code className="mt-3 block overflow-x-auto rounded bg-raised px-3 py-2 text-left font-mono text-ink text-xs">
        npm run import -- --customers customers.csv --orders orders.csv
      </code>
    </EmptyState>
  )
}

function NoSuchPage({ page, noun, pageHref }: Pick<ListEmptyProps, 'page' | 'noun' | 'pageHref'>) {
  const last = Math.ceil(page.total / page.size)
  return (
    <EmptyState
      icon={StepBack}
      title={`There is no page ${formatCount(page.number)}`}
      actions={
        <Link href={pageHref(last)} prefetch={false} className={buttonStyle()}>
          Go to the last page, {formatCount(last)}
        </Link>
      }
    >
      {formatQuantity(page.total, noun)} {page.total === 1 ? 'is' : 'are'} on {formatQuantity(last, 'page')}.
    </EmptyState>
  )
}
