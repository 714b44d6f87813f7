import { ConfirmedAction } from '@/components/accounts/confirmed-action'
import type { RecencyRule } from '@/lib/customer-groups/recency'
import type { FormAction } from '@/lib/form-state'
import type { ShownGroupRecency } from '@/lib/settings/shown'
import { BandMeanings } from './band-meanings'

type FollowBusinessProps = { action: FormAction; group: ShownGroupRecency; business: RecencyRule }

/** Gives up the bands of a group's own, after saying which ones hold then. */
export function FollowBusiness({ action, group, business }: FollowBusinessProps) {
  return (
    <ConfirmedAction
      action={action}
      values={{ key: group.key, seen: group.version }}
      label="Judge as the business"
      title={`Judge ${group.name} as the business?`}
      kind="plain"
    >
      <p className="mb-3">Its own bands are given up. These hold then:</p>
      <BandMeanings rule={business} />
    </ConfirmedAction>
  )
}
