import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccessForm } from '@/components/accounts/access-form'
import { PersonState } from '@/components/accounts/people-table'
import { PersonEnd } from '@/components/accounts/person-end'
import { ResetLinkMaker } from '@/components/accounts/reset-link-maker'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { Section } from '@/components/layout/section'
import { Moment } from '@/components/ui/moment'
import { getBusiness } from '@/db/queries/business'
import { findPerson } from '@/db/queries/people'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { givableBranches } from '../../givable-branches'
import { changeAccess, disable, enable, makeResetLink, remove } from '../actions'

export const metadata: Metadata = { title: 'Person' }

export default async function PersonPage({ params }: PageProps<'/people/[id]'>) {
  const caller = await pageCaller('administer')
  const db = getDatabase()
  const [{ timeZone }, person, branches] = await Promise.all([
    getBusiness(db),
    findPerson(db, caller, (await params).id),
    givableBranches(db, caller),
  ])
  if (!person) notFound()
  const access = { ...person, branches: person.branches.map(({ code }) => code) }
  return (
    <div className="max-w-2xl">
      <BackLink href="/people">People</BackLink>
      <PageHeading title={<bdi>{person.name}</bdi>} intro={<bdi>{person.email}</bdi>}>
        <PersonState person={person} />
      </PageHeading>
      <p className="mt-1 text-ink-soft text-sm">
        {person.lastSeenAt === null ? 'Not signed in' : 'Last seen '}
        {person.lastSeenAt !== null && <Moment at={person.lastSeenAt} timeZone={timeZone} />}, account since{' '}
        <Moment at={person.createdAt} timeZone={timeZone} />
      </p>
      <div className="mt-5 grid gap-4">
        <Section title="Role and branches">
          <AccessForm action={changeAccess} personId={person.id} {...{ access, branches }} />
        </Section>
        <Section
          title="New password"
          intro="Nobody but they themselves knows or chooses their password. Where it is forgotten, a link lets them set another."
        >
          <ResetLinkMaker action={makeResetLink} personId={person.id} />
        </Section>
        <Section title="Ending the account">
          <PersonEnd {...{ person, disable, enable, remove }} isSelf={person.id === caller.id} />
        </Section>
      </div>
    </div>
  )
}
