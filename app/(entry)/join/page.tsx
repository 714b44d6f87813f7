import type { Metadata } from 'next'
import { DeadLink } from '@/components/accounts/dead-link'
import { EntryCard } from '@/components/accounts/entry-card'
import { JoinForm } from '@/components/accounts/join-form'
import { INVITATION_DAYS } from '@/lib/accounts/limits'
import { readInvitation } from '@/lib/server/auth/links'
import { tokenOf } from '../token-of'
import { join } from './actions'

export const metadata: Metadata = { title: 'Join' }

export default async function JoinPage({ searchParams }: PageProps<'/join'>) {
  const token = await tokenOf(searchParams)
  const invitation = await readInvitation(token)
  if (!invitation) {
    return (
      <DeadLink title="This invitation does not work">
        It works once, for {INVITATION_DAYS} days, until it is withdrawn or replaced. Ask an administrator for a new
        one.
      </DeadLink>
    )
  }
  return (
    <EntryCard title="Welcome" intro="You were invited. Choose a password, and the account is yours.">
      <JoinForm action={join} token={token} {...invitation} />
    </EntryCard>
  )
}
