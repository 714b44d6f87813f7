import { RequestFailure } from '@/components/query/request-failure'
import { FailureNotice } from '@/components/ui/failure-notice'
import type { FailedField } from '@/lib/failure'

type EntryFailureProps = {
  failure: Error | null
  /** What was found wrong with fields that are not on the screen. */
  elsewhere: readonly FailedField[]
  /** "customer" or "order". */
  what: string
  onRetry: () => void
}

/** Why something was not saved, or that nobody knows whether it was. */
export function EntryFailure({ failure, elsewhere, what, onRetry }: EntryFailureProps) {
  if (failure === null) return null
  if (!(failure instanceof RequestFailure) || !failure.isRefusal)
    return (
      <FailureNotice title={`It is not known whether the ${what} was saved`} onRetry={onRetry}>
        {failure.message} What you typed is kept. Trying again is safe: it is saved once.
      </FailureNotice>
    )
  if (failure.fields.length > elsewhere.length) return null
  return (
    <FailureNotice title={`The ${what} was not saved`}>
      <p className="wrap-anywhere">{failure.message} What you typed is kept.</p>
      {elsewhere.map(({ name, message }) => (
        <p key={name} className="wrap-anywhere">
          {message}
        </p>
      ))}
    </FailureNotice>
  )
}
