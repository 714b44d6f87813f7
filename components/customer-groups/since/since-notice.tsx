'use client'

import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useId, useState } from 'react'
import { sinceOptions } from '@/components/customer-groups/groups-queries'
import { buttonStyle } from '@/components/ui/button-style'
import { FailureNotice } from '@/components/ui/failure-notice'
import type { Business } from '@/lib/business'
import type { GroupsParams } from '@/lib/customer-groups/params'
import type { SinceAnswer } from '@/lib/customer-groups/since'
import { changesInWords, figuresInWords } from '@/lib/format/since-words'
import { ChangedOrders } from './changed-orders'
import { FiguresThen } from './figures-then'

type SinceNoticeProps = { params: GroupsParams; asOf: string; business: Business }

/** Of a link that stands at a moment of the past: whether its orders were changed since, and what its figures were then. */
export function SinceNotice({ params, asOf, business }: SinceNoticeProps) {
  const { period, from, to, order_type, branch, group_by, group_at } = params
  const asked = { period, from, to, order_type, branch, group_by, group_at, as_of: asOf }
  const since = useQuery(sinceOptions(asked))
  if (since.error)
    return (
      <FailureNotice
        title="Whether orders were changed since is not known"
        onRetry={() => since.refetch()}
        className="mt-4"
      >
        {since.error.message}
      </FailureNotice>
    )
  if (!since.data?.was) return null
  return <ChangedSince since={since.data} was={since.data.was} business={business} />
}

type ChangedSinceProps = { since: SinceAnswer; was: NonNullable<SinceAnswer['was']>; business: Business }

function ChangedSince({ since, was, business }: ChangedSinceProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <section aria-label="Changed since" className="mt-4 rounded-box border bg-surface text-sm">
      <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
        <History aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
        <p className="min-w-0 flex-1 basis-64">
          {changesInWords(since)} Then it was {figuresInWords(was.totals, business)}; below is what the records say now.
        </p>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className={buttonStyle('plain')}
        >
          {open ? 'Hide what changed' : 'What changed'}
        </button>
      </div>
      <div id={id} hidden={!open} className="border-t">
        {open && (
          <>
            <FiguresThen {...{ was, business }} now={since.now} />
            <ChangedOrders {...{ since, business }} />
          </>
        )}
      </div>
    </section>
  )
}
