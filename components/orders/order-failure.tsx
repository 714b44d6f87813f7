import { RequestFailure } from '@/components/query/request-failure'
import { FailureNotice } from '@/components/ui/failure-notice'
import type { FailedField } from '@/lib/failure'

type OrderFailureProps = {
  failure: Error | null
  /** What was found wrong with fields that are not on the screen. */
  elsewhere?: readonly FailedField[]
}

/** Why an order was not changed, or that nobody knows whether it was. */
export function OrderFailure({ failure, elsewhere = [] }: OrderFailureProps) {
  if (failure && !(failure instanceof RequestFailure && failure.isRefusal))
    return (
      <FailureNotice title="It is not known whether this was saved">
        No answer came from the server. See what the order is now; to try the same again is safe, it is saved once.
      </FailureNotice>
    )
  return (
    <FailureNotice title="This was not changed">
      {failure && <p className="wrap-anywhere">{failure.message}</p>}
      {elsewhere
        .filter(({ message }) => message !== failure?.message)
        .map(({ name, message }) => (
          <p key={name} className="wrap-anywhere">
            {message}
          </p>
        ))}
    </FailureNotice>
  )
}
