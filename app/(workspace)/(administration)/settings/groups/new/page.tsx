import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { GroupForm } from '@/components/settings/group-form'
import { listGroupSettings } from '@/db/queries/group-settings'
import { GROUP_COLORS } from '@/lib/group-colors'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { addGroup } from '../actions'

export const metadata: Metadata = { title: 'Add a group' }

export default async function NewGroupPage() {
  const caller = await pageCaller('administer')
  if (caller.scope.branches !== 'all') redirect('/settings/groups')
  const groups = await listGroupSettings(getDatabase(), caller)
  const free = GROUP_COLORS.find((color) => groups.every((group) => group.color !== color))
  return (
    <div className="max-w-xl">
      <BackLink href="/settings/groups">Groups</BackLink>
      <PageHeading title="Add a group" />
      <div className="mt-5 rounded-box border bg-surface p-4 sm:p-6">
        <GroupForm action={addGroup} color={free} />
      </div>
    </div>
  )
}
