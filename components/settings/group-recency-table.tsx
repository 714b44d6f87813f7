import Link from 'next/link'
import { groupTint } from '@/components/customer-groups/group-tint'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button-style'
import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import type { RecencyRule } from '@/lib/customer-groups/recency'
import { formatQuantity } from '@/lib/format/number'
import type { ShownGroupRecency } from '@/lib/settings/shown'

type GroupRecencyTableProps = { groups: readonly ShownGroupRecency[]; business: RecencyRule; readOnly: boolean }

/** By which bands each group is judged; those of the business are shown softly where they hold. */
export function GroupRecencyTable({ groups, business, readOnly }: GroupRecencyTableProps) {
  const columns = ['Group', 'Bands', 'At risk after', 'Lapsed after', 'Dormant after', ...(readOnly ? [] : [''])]
  return (
    <div className="rounded-box border bg-surface">
      <StackingTable caption="Recency of the groups" columns={columns}>
        {groups.map((group) => (
          <StackingRow key={group.key}>
            <StackingCell className="md:max-w-80">
              <span className={`${groupTint(group.color)} flex items-center gap-3`}>
                <span aria-hidden="true" className="size-3 shrink-0 rounded-full bg-(--tint)" />
                <bdi className="min-w-0 wrap-anywhere font-medium">{group.name}</bdi>
                {group.archived && <Badge>Archived</Badge>}
              </span>
            </StackingCell>
            <StackingCell label="Bands" className="text-ink-soft">
              {group.own ? 'its own' : 'as the business'}
            </StackingCell>
            <RuleCells rule={group.own ?? business} soft={group.own === null} />
            {!readOnly && (
              <StackingCell className="max-md:pt-2 md:text-right">
                <Link href={`/settings/recency/${group.key}/edit`} prefetch={false} className={buttonStyle()}>
                  Edit<span className="sr-only"> {group.name}</span>
                </Link>
              </StackingCell>
            )}
          </StackingRow>
        ))}
      </StackingTable>
    </div>
  )
}

function RuleCells({ rule, soft }: { rule: RecencyRule; soft: boolean }) {
  const tone = soft ? 'text-ink-soft' : undefined
  return (
    <>
      <StackingCell label="At risk after" className={tone}>
        {rule.own_rhythm ? 'own rhythm' : formatQuantity(rule.at_risk_after_days, 'day')}
      </StackingCell>
      <StackingCell label="Lapsed after" className={tone}>
        {formatQuantity(rule.lapsed_after_days, 'day')}
      </StackingCell>
      <StackingCell label="Dormant after" className={tone}>
        {formatQuantity(rule.dormant_after_days, 'day')}
      </StackingCell>
    </>
  )
}
