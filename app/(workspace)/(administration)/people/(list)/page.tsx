import { UserRoundPlus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { InvitationsTable } from '@/components/accounts/invitations-table'
import { PeopleTable } from '@/components/accounts/people-table'
import { PageHeading } from '@/components/layout/page-heading'
import { buttonStyle } from '@/components/ui/button-style'
import { getBusiness } from '@/db/queries/business'
import { listInvitations, listPeople } from '@/db/queries/people'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { withdrawInvitation } from '../actions'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const caller = await pageCaller('administer')
  const db = getDatabase()
  const [{ timeZone }, people, invitations] = await Promise.all([
    getBusiness(db),
    listPeople(db, caller),
    listInvitations(db, caller),
  ])
  const now = new Date().toISOString()
  return (
    <>
      <PageHeading title="People" intro="Who can sign in, what they may do, and which branches they see.">
        <Link href="/people/invite" className={buttonStyle('primary')}>
          <UserRoundPlus aria-hidden="true" className="size-4" />
          Invite somebody
        </Link>
      </PageHeading>
      <div className="mt-5 grid gap-6">
        <PeopleTable people={people} ownId={caller.id} timeZone={timeZone} />
        {invitations.length > 0 && (
          <section aria-labelledby="invited-heading">
            <h2 id="invited-heading" className="mb-3 font-semibold">
              Invited
            </h2>
            <InvitationsTable {...{ invitations, timeZone, now }} revoke={withdrawInvitation} />
          </section>
        )}
      </div>
    </>
  )
}
