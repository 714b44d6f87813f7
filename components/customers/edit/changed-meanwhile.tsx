'use client'

import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import type { EditDraft } from '@/lib/customers/edit-draft'
import { EDIT_FIELD_WORDS, type EditField } from '@/lib/customers/editing'

type ChangedMeanwhileProps = {
  met: NonNullable<EditDraft['met']>
  /** What stands in a field by now, in words. */
  present: (field: EditField) => string
  onTake: (field: EditField) => void
}

/** What somebody else changed while the form was open: what was typed stands beside it, and nothing is saved yet. */
export function ChangedMeanwhile({ met, present, onTake }: ChangedMeanwhileProps) {
  const notice = useRef<HTMLDivElement>(null)
  // It stands above what was being typed, perhaps out of sight.
  useEffect(() => {
    if (met) notice.current?.focus()
  }, [met])
  return (
    <div ref={notice} role="alert" tabIndex={-1} className="rounded-box border border-bad p-4 text-sm outline-none">
      <p className="flex items-start gap-2.5 font-semibold">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-bad" />
        Somebody changed this customer meanwhile. What you sent now is not saved yet.
      </p>
      {met.taken.length > 0 && (
        <ul aria-label="Taken over from them" className="mt-3 grid gap-1">
          {met.taken.map((field) => (
            <li key={field} className="wrap-anywhere">
              {EDIT_FIELD_WORDS[field]} is now <Present text={present(field)} />. You had not changed it, so it stands
              in the form.
            </li>
          ))}
        </ul>
      )}
      {met.clashing.length > 0 && (
        <ul aria-label="Changed by both" className="mt-3 grid gap-2">
          {met.clashing.map((field) => (
            <li key={field} className="flex flex-wrap items-center gap-x-3 gap-y-1 wrap-anywhere">
              <span className="min-w-0">
                {EDIT_FIELD_WORDS[field]} is now <Present text={present(field)} />. Yours stands in the form.
              </span>
              <button type="button" onClick={() => onTake(field)} className={buttonStyle()}>
                Take theirs<span className="sr-only"> for {EDIT_FIELD_WORDS[field]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-ink-soft">Look over the form and save again.</p>
    </div>
  )
}

function Present({ text }: { text: string }) {
  return text === '' ? 'blank' : <bdi className="whitespace-pre-line font-medium">“{text}”</bdi>
}
