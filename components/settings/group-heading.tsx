import { PageHeading } from '@/components/layout/page-heading'
import { Badge } from '@/components/ui/badge'
import { formatQuantity } from '@/lib/format/number'
import type { ShownGroup } from '@/lib/settings/shown'
import { GroupName } from './group-name'

/** A group as it is recorded, whatever stands in the form below. */
export function GroupHeading({ group }: { group: ShownGroup }) {
  const asks = group.requiresOrganization ? 'an organisation is required' : 'no organisation is required'
  return (
    <PageHeading
      title={<GroupName name={group.name} color={group.color} />}
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
