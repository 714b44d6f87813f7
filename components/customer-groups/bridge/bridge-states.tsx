import type { ReactNode } from 'react'
import { Section } from '@/components/layout/section'
import { buttonStyle } from '@/components/ui/button-style'
import { FailureNotice } from '@/components/ui/failure-notice'
import { Skeleton } from '@/components/ui/skeleton'
import { CLOSED } from '@/lib/customer-groups/list-narrowing'
import type { Choices } from '@/lib/url/groups-url'
import { BRIDGE_PARTS } from './bridge-steps'

/** The section, whatever it holds. */
export function BridgeSection({ children }: { children: ReactNode }) {
  return <Section title="Why revenue changed">{children}</Section>
}

/** The section while its figures are on their way, as high as it will be. */
export function BridgeSkeleton() {
  return (
    <BridgeSection>
      <p role="status" className="sr-only">
        Loading why revenue changed
      </p>
      <div className="appear-late">
        <div className="md:pt-5">
          <Skeleton className="h-10 w-36" />
        </div>
        <Skeleton className="mt-4 h-5 w-64 max-w-full" />
        <div className="mt-3">
          {['before', ...BRIDGE_PARTS, 'now'].map((row) => (
            <div key={row} className="flex h-19 items-center sm:h-12">
              <Skeleton className="h-9 w-full sm:h-6" />
            </div>
          ))}
        </div>
        <div className="h-37 sm:h-30" />
      </div>
    </BridgeSection>
  )
}

/** The figures are not there, though there may be some. */
export function BridgeFailure({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <BridgeSection>
      <FailureNotice title="Why revenue changed could not be loaded" onRetry={onRetry}>
        {message}
      </FailureNotice>
    </BridgeSection>
  )
}

type BridgeUnaskedProps = { compared: boolean; choose: (choices: Choices) => void }

/** There is no change to explain: nothing is compared with, or the groups are new and returning customers. */
export function BridgeUnasked({ compared, choose }: BridgeUnaskedProps) {
  return (
    <BridgeSection>
      <p className="max-w-prose text-ink-soft text-sm">
        {compared
          ? 'A customer is new in one period and returning in the next, so the revenue of these groups can not be followed from one to the other.'
          : 'There is nothing to compare with, so there is no change to explain.'}
      </p>
      <button
        type="button"
        onClick={() => choose(compared ? { group_by: null, ...CLOSED } : { compare: null })}
        className={buttonStyle('plain', 'mt-3')}
      >
        {compared ? 'Group by customer type' : 'Compare with the previous period'}
      </button>
    </BridgeSection>
  )
}
