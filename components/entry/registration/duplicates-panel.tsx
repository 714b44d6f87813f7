'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useQuiet } from '@/components/entry/use-quiet'
import { buttonStyle } from '@/components/ui/button-style'
import { duplicateQuestionSchema } from '@/lib/customers/finding'
import type { EntryChoices } from '@/lib/entry/choices'
import { duplicateQuestion } from '@/lib/entry/duplicate-question'
import type { RegistrationTexts } from '@/lib/entry/registration-texts'
import { DuplicateCard } from './duplicate-card'
import { duplicatesOptions } from './duplicates-query'

const QUIET_MS = 300

type DuplicatesPanelProps = {
  texts: RegistrationTexts
  choices: EntryChoices
  personId: string
  /** Whether the registration may be saved already. */
  unsure: boolean
  /** The registration is given up for a customer who is known. */
  onUse: () => void
}

/** Who may be the same, while it is typed. It never stands in the way: two persons may share a phone. */
export function DuplicatesPanel({ texts, choices, personId, unsure, onUse }: DuplicatesPanelProps) {
  const typed = JSON.stringify(duplicateQuestion(texts, choices))
  const asked = useQuiet(typed, QUIET_MS)
  const question = duplicateQuestionSchema.nullable().safeParse(JSON.parse(asked)).data ?? null
  const { data, isError, refetch } = useQuery({ ...duplicatesOptions(question), placeholderData: keepPreviousData })
  const known = question === null ? [] : (data?.customers ?? [])
  const elsewhere = question !== null && data?.elsewhere === true
  const count = known.length
  return (
    <aside
      aria-label="Possible duplicates"
      // Beside the form where there is room for it, so that nothing moves under whoever types.
      className="min-w-0 empty:hidden xl:absolute xl:top-0 xl:left-full xl:ml-4 xl:w-80"
    >
      <p role="status" className="sr-only">
        {count > 0 && `${count === 1 ? 'One customer' : `${count} customers`} may be the same`}
        {elsewhere && ' Somebody like this is known at another branch'}
      </p>
      {(count > 0 || elsewhere) && (
        <div className="rounded-box border bg-surface p-4">
          <h2 className="font-semibold text-sm">Known already?</h2>
          <p className="mt-1 text-ink-soft text-sm">If it is somebody else, just go on.</p>
          {count > 0 && (
            <ul className="mt-3 grid gap-3">
              {known.map((customer) => (
                <DuplicateCard
                  key={customer.id}
                  customer={customer}
                  texts={texts}
                  personId={personId}
                  unsure={unsure}
                  onUse={onUse}
                />
              ))}
            </ul>
          )}
          {elsewhere && <p className="mt-3 border-t pt-3 text-sm">Known at another branch: ask a manager.</p>}
        </div>
      )}
      {isError && question !== null && (
        <p className="mt-2 text-ink-soft text-sm">
          Whether they are known already could not be looked up.
          <button type="button" onClick={() => refetch()} className={buttonStyle('quiet', 'text-accent')}>
            Try again
          </button>
        </p>
      )}
    </aside>
  )
}
