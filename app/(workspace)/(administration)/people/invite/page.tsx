import type { Metadata } from 'next'
import { InviteForm } from '@/components/accounts/invite-form'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { givableBranches } from '../../givable-branches'
import { invite } from '../actions'

export const metadata: Metadata = { title: 'Invite somebody' }

export default async function InvitePage() {
  const caller = await pageCaller('administer')
  return (
    <div className="max-w-xl">
      <BackLink href="/people">People</BackLink>
      <PageHeading title="Invite somebody" />
      <div className="mt-5 rounded-box border bg-surface p-4 sm:p-6">
        <InviteForm action={invite} branches={await givableBranches(getDatabase(), caller)} />
      </div>
    </div>
  )
}
