import { Badge } from '@/components/ui/badge'
import { Moment } from '@/components/ui/moment'
import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import type { ApiKey } from '@/lib/accounts/people'
import type { FormAction } from '@/lib/form-state'
import { branchesInWords, ROLE_WORDS } from '@/lib/format/account-words'
import { ConfirmedAction } from './confirmed-action'

type KeysTableProps = { keys: readonly ApiKey[]; timeZone: string; now: string; revoke: FormAction }

/** The keys of programs, by what people recognise them by; the key itself is nowhere. */
export function KeysTable({ keys, timeZone, now, revoke }: KeysTableProps) {
  return (
    <div className="rounded-box border bg-surface">
      <StackingTable caption="Keys" columns={['Key', 'Role', 'Branches', 'Expires', 'Last used', '']}>
        {keys.map((key) => (
          <StackingRow key={key.id}>
            <StackingCell className="md:max-w-72">
              <bdi className="font-medium">{key.name}</bdi>
              <span className="block font-mono text-ink-soft text-xs">{key.prefix}_…</span>
            </StackingCell>
            <StackingCell label="Role">{ROLE_WORDS[key.role]}</StackingCell>
            <StackingCell label="Branches" className="text-ink-soft">
              <bdi>{branchesInWords(key)}</bdi>
            </StackingCell>
            <StackingCell label="Expires">
              <Moment at={key.expiresAt} timeZone={timeZone} />
            </StackingCell>
            <StackingCell label="Last used">
              <Moment at={key.lastUsedAt} timeZone={timeZone} />
            </StackingCell>
            <StackingCell className="max-md:pt-2 md:text-right">
              {key.revokedAt !== null ? (
                <Badge tone="bad">Revoked</Badge>
              ) : key.expiresAt !== null && key.expiresAt <= now ? (
                <Badge>Expired</Badge>
              ) : (
                <ConfirmedAction
                  action={revoke}
                  values={{ key_id: key.id }}
                  label="Revoke"
                  about={`the key ${key.name}`}
                  title={`Revoke the key “${key.name}”?`}
                >
                  Programs that use it are refused from their next request on. This can not be undone: make a new key
                  instead.
                </ConfirmedAction>
              )}
            </StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
    </div>
  )
}
