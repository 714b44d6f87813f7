import { Section } from '@/components/layout/section'
import { buttonStyle } from '@/components/ui/button-style'
import { FailureNotice } from '@/components/ui/failure-notice'
import { Skeleton } from '@/components/ui/skeleton'

export const OVER_TIME_TITLE = 'Over time'

/** The section while its figures are on their way, as high as it will be. */
export function OverTimeSkeleton() {
  return (
    <Section title={OVER_TIME_TITLE}>
      <p role="status" className="sr-only">
        Loading the figures over time
      </p>
      <div className="appear-late">
        <div className="flex gap-2 md:pt-5">
          <Skeleton className="h-10 w-44" />
          <Skeleton className="h-10 w-28" />
        </div>
        <Skeleton className="mt-4 h-5 w-40" />
        <Skeleton className="mt-2 h-38 w-full sm:h-11" />
        <Skeleton className="mt-3 h-64 w-full" />
        <div className="h-19" />
      </div>
    </Section>
  )
}

type OverTimeFailureProps = {
  message: string
  onRetry: () => void
  /** Where parts were asked for, of which there may be too many: asks for those that go with the period. */
  onAuto?: () => void
}

/** The figures over time are not there, though there may be some. */
export function OverTimeFailure({ message, onRetry, onAuto }: OverTimeFailureProps) {
  return (
    <Section title={OVER_TIME_TITLE}>
      <FailureNotice title="The figures over time could not be loaded" onRetry={onRetry}>
        <p>{message}</p>
        {onAuto && (
          <button type="button" onClick={onAuto} className={buttonStyle('plain', 'mt-2 text-ink')}>
            Choose the parts by the period
          </button>
        )}
      </FailureNotice>
    </Section>
  )
}

/** There was nothing to draw. */
export function OverTimeEmpty() {
  return (
    <Section title={OVER_TIME_TITLE}>
      <p className="text-ink-soft text-sm">There was no order in these days under the chosen filters.</p>
    </Section>
  )
}
