'use client'

import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import type { EntryChoices } from '@/lib/entry/choices'
import { askedInWords } from '@/lib/orders/asked-in-words'
import type { OrderWords } from '@/lib/orders/changes-in-words'
import { linesSince } from '@/lib/orders/history'
import { HistoryLines } from './order-history'
import type { OrderConflict } from './use-order'

type OrderConflictNoticeProps = {
  conflict: OrderConflict
  words: OrderWords
  choices: EntryChoices | null
  pending: boolean
  onApply: () => void
  onTakeTheirs: () => void
}

/** Somebody was faster: what they did, what was about to be done, and which of both shall hold. */
export function OrderConflictNotice(props: OrderConflictNoticeProps) {
  const { conflict, words, choices, pending, onApply, onTakeTheirs } = props
  const { change, present } = conflict
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (conflict) notice.current?.focus()
  }, [conflict])
  const branchNames = new Map(choices?.branches.map(({ code, name }) => [code, name]))
  return (
    <div ref={notice} role="alert" tabIndex={-1} className="rounded-box border border-bad bg-surface p-4 outline-none">
      <h2 className="flex items-start gap-2.5 font-semibold text-sm">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-bad" />
        This order was changed meanwhile. What you sent now was not saved.
      </h2>
      <div className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <div>
          <h3 className="mb-2 text-ink-soft text-xs">Changed meanwhile</h3>
          <HistoryLines
            lines={linesSince(change.version, present, words)}
            timeZone={words.business.timeZone}
            label="Changed meanwhile"
          />
        </div>
        <div>
          <h3 className="mb-2 text-ink-soft text-xs">Yours, not saved</h3>
          <ul aria-label="Yours, not saved" className="text-sm">
            {askedInWords(change.changes, words, branchNames).map(({ field, text }) => (
              <li key={field} className="wrap-anywhere tabular-nums">
                {field} <bdi className="font-medium">{text}</bdi>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <button
          type="button"
          aria-disabled={pending}
          onClick={() => !pending && onApply()}
          className={buttonStyle('primary')}
        >
          Apply mine on top
        </button>
        <button type="button" onClick={onTakeTheirs} className={buttonStyle()}>
          Take theirs
        </button>
      </div>
    </div>
  )
}
