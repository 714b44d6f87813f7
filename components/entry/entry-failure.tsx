import { buttonStyle } from '@/components/ui/button-style'
import { FailureNotice } from '@/components/ui/failure-notice'
import type { FailedField } from '@/lib/failure'
import { isKeyReused, isRefusal } from './settle-submission'

type EntryFailureProps = {
  failure: Error | null
  /** What was found wrong with fields that are not on the screen. */
  elsewhere: readonly FailedField[]
  /** "registration" or "order". */
  what: string
  /** Whether an answer was lost, so that it may be saved although the last sending was refused. */
  unsure: boolean
  onRetry: () => void
  /** Sends it as another one. */
  onSendAsNew: () => void
}

/** Why something was not saved, or that nobody knows whether it was. */
export function EntryFailure(props: EntryFailureProps) {
  const { failure, elsewhere, what, unsure, onRetry, onSendAsNew } = props
  if (failure === null) return null
  if (isKeyReused(failure)) return <SavedOtherwise what={what} onSendAsNew={onSendAsNew} />
  if (unsure || !isRefusal(failure))
    return (
      <FailureNotice title={`It is not known whether the ${what} was saved`} onRetry={onRetry}>
        <p className="wrap-anywhere">
          {failure.message} What you typed is kept. Trying again is safe: it is saved once.
        </p>
        <Elsewhere problems={elsewhere} />
      </FailureNotice>
    )
  if (failure.fields.length > elsewhere.length) return null
  return (
    <FailureNotice title={`The ${what} was not saved`}>
      <p className="wrap-anywhere">{failure.message} What you typed is kept.</p>
      <Elsewhere problems={elsewhere} />
    </FailureNotice>
  )
}

function Elsewhere({ problems }: { problems: readonly FailedField[] }) {
  return problems.map(({ name, message }) => (
    <p key={name} className="wrap-anywhere">
      {message}
    </p>
  ))
}

/** Something was saved from this form, and what it was can not be asked for: only a look at the records tells. */
function SavedOtherwise({ what, onSendAsNew }: Pick<EntryFailureProps, 'what' | 'onSendAsNew'>) {
  return (
    <FailureNotice title={`This ${what} was saved before, with other words`}>
      <p>
        Look for the customer first. What you see here was not saved, and is kept. If it is something else, send it as a
        new one.
      </p>
      <button type="button" onClick={onSendAsNew} className={buttonStyle('plain', 'mt-3')}>
        Send as a new {what}
      </button>
    </FailureNotice>
  )
}
