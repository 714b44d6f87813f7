import { groupTint } from '@/components/customer-groups/group-tint'
import { PageHeading } from '@/components/layout/page-heading'
import { Badge } from '@/components/ui/badge'
import { formatQuantity } from '@/lib/format/number'
import type { ShownGroup } from '@/lib/settings/shown'

/** A group as it is recorded, whatever stands in the form below. */
export function GroupHeading({ group }: { group: ShownGroup }) {
  const asks = group.requiresOrganization ? 'an organisation is required' : 'no organisation is required'
  return (
    <PageHeading
      title={
        <span className={`${groupTint(group.color)} inline-flex items-baseline gap-3`}>
          <span aria-hidden="true" className="size-3.5 shrink-0 rounded-full bg-(--tint)" />
          <bdi>{group.name}</bdi>
        </span>
      }
      intro={
        <>
          <span className="font-mono text-xs">{group.key}</span>, {formatQuantity(group.customers, 'customer')}, {asks}
        </>
      }
    >
      {group.archived && <Badge>Archived</Badge>}
    </PageHeading>
  )
}
