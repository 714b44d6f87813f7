import Link from 'next/link'
import { groupTint } from '@/components/customer-groups/group-tint'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button-style'
import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import type { FormAction } from '@/lib/form-state'
import { formatCount } from '@/lib/format/number'
import type { ShownGroup } from '@/lib/settings/shown'
import { PassButtons } from './pass-buttons'

type GroupsTableProps = {
  groups: readonly ShownGroup[]
  /** Null where the groups are shown and can not be changed. */
  pass: FormAction | null
}

/** Every group in the order in which the groups page shows them. */
export function GroupsTable({ groups, pass }: GroupsTableProps) {
  const columns = ['Group', 'Customers', 'Organisation', ...(pass ? ['Order', ''] : [])]
  return (
    <div className="rounded-box border bg-surface">
      <StackingTable caption="Groups" columns={columns}>
        {groups.map((group, index) => (
          <StackingRow key={group.key}>
            <StackingCell className="md:max-w-80">
              <GroupName group={group} />
            </StackingCell>
            <StackingCell label="Customers">{formatCount(group.customers)}</StackingCell>
            <StackingCell label="Organisation" className="text-ink-soft">
              {group.requiresOrganization ? 'required' : 'not required'}
            </StackingCell>
            {pass && (
              <>
                <StackingCell label="Order">
                  <PassButtons
                    action={pass}
                    row={group}
                    before={groups[index - 1]?.key ?? null}
                    after={groups[index + 1]?.key ?? null}
                    place={index + 1}
                    count={groups.length}
                  />
                </StackingCell>
                <StackingCell className="max-md:pt-2 md:text-right">
                  <Link href={`/settings/groups/${group.key}/edit`} prefetch={false} className={buttonStyle()}>
                    Edit<span className="sr-only"> {group.name}</span>
                  </Link>
                </StackingCell>
              </>
            )}
          </StackingRow>
        ))}
      </StackingTable>
    </div>
  )
}

function GroupName({ group }: { group: ShownGroup }) {
  return (
    <div className={`${groupTint(group.color)} flex items-center gap-3`}>
      <span aria-hidden="true" className="size-3 shrink-0 rounded-full bg-(--tint)" />
      <div className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2">
          <bdi className="min-w-0 wrap-anywhere font-medium">{group.name}</bdi>
          {group.archived && <Badge>Archived</Badge>}
        </span>
        <span className="block wrap-anywhere font-mono text-ink-soft text-xs">{group.key}</span>
      </div>
    </div>
  )
}
