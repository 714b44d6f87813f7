import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { BackLink } from '@/components/layout/back-link'
import { Section } from '@/components/layout/section'
import { ArchiveChoice } from '@/components/settings/archive-choice'
import { GroupForm } from '@/components/settings/group-form'
import { GroupHeading } from '@/components/settings/group-heading'
import { findGroupSettings } from '@/db/queries/group-settings'
import { UNCLASSIFIED_GROUP } from '@/lib/definitions'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { archiveGroup, changeGroup } from '../../actions'

export const metadata: Metadata = { title: 'Group' }

export default async function GroupPage({ params }: PageProps<'/settings/groups/[key]/edit'>) {
  const caller = await pageCaller('administer')
  if (caller.scope.branches !== 'all') redirect('/settings/groups')
  const group = (await findGroupSettings(getDatabase(), caller, (await params).key)) ?? notFound()
  return (
    <div className="max-w-xl">
      <BackLink href="/settings/groups">Groups</BackLink>
      <GroupHeading group={group} />
      <div className="mt-5 grid gap-4">
        <Section title="Name and colour">
          <GroupForm action={changeGroup} group={group} />
        </Section>
        <Section title="Archiving">
          {group.key === UNCLASSIFIED_GROUP ? (
            <p className="text-ink-soft text-sm">This group holds customers without a type and is always needed.</p>
          ) : (
            <ArchiveChoice
              action={archiveGroup}
              row={group}
              whenArchived="Nobody new can be put into it. Its customers stay, and so does every figure: it is shown as long as it has customers."
              whenBack="New customers can be put into it again."
            />
          )}
        </Section>
      </div>
    </div>
  )
}
