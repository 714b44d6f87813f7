import { Badge } from '@/components/ui/badge'
import { Moment } from '@/components/ui/moment'
import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import type { OpenInvitation } from '@/lib/accounts/people'
import type { FormAction } from '@/lib/form-state'
import { branchesInWords, ROLE_WORDS } from '@/lib/format/account-words'
import { ConfirmedAction } from './confirmed-action'

type InvitationsTableProps = {
  invitations: readonly OpenInvitation[]
  timeZone: string
  now: string
  revoke: FormAction
}

/** Who was asked and has not come yet. */
export function InvitationsTable({ invitations, timeZone, now, revoke }: InvitationsTableProps) {
  return (
    <div className="rounded-box border bg-surface">
      <StackingTable caption="Invitations" columns={['Invited', 'Role', 'Branches', 'Link works until', '']}>
        {invitations.map((invitation) => (
          <StackingRow key={invitation.id}>
            <StackingCell className="md:max-w-72">
              <bdi className="font-medium">{invitation.name}</bdi>
              <span className="block truncate text-ink-soft text-xs">
                <bdi>{invitation.email}</bdi>
              </span>
            </StackingCell>
            <StackingCell label="Role">{ROLE_WORDS[invitation.role]}</StackingCell>
            <StackingCell label="Branches" className="text-ink-soft">
              <bdi>{branchesInWords(invitation)}</bdi>
            </StackingCell>
            <StackingCell label="Link works until">
              <Moment at={invitation.expiresAt} timeZone={timeZone} />
              {invitation.expiresAt <= now && <Badge tone="warn">Expired</Badge>}
            </StackingCell>
            <StackingCell className="md:text-right max-md:pt-2">
              <ConfirmedAction
                action={revoke}
                values={{ invitation_id: invitation.id }}
                label="Withdraw"
                about={`the invitation of ${invitation.name}`}
                title={`Withdraw the invitation of ${invitation.name}?`}
              >
                The link stops working at once. You can invite them again.
              </ConfirmedAction>
            </StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
    </div>
  )
}
