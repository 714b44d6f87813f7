import type { Metadata } from 'next'
import { DeadLink } from '@/components/accounts/dead-link'
import { EntryCard } from '@/components/accounts/entry-card'
import { NewPasswordForm } from '@/components/accounts/new-password-form'
import { RESET_LINK_HOURS } from '@/lib/accounts/limits'
import { readReset } from '@/lib/server/auth/links'
import { tokenOf } from '../token-of'
import { reset } from './actions'

export const metadata: Metadata = { title: 'New password' }

export default async function ResetPage({ searchParams }: PageProps<'/reset'>) {
  const token = await tokenOf(searchParams)
  const person = await readReset(token)
  if (!person) {
    return (
      <DeadLink title="This link does not work">
        It works once, for {RESET_LINK_HOURS} hours, until it is replaced. Ask an administrator for a new one.
      </DeadLink>
    )
  }
  return (
    <EntryCard title="Choose a new password" intro={<bdi>{person.email}</bdi>}>
      <NewPasswordForm action={reset} token={token} email={person.email}>
        Set the password
      </NewPasswordForm>
      <p className="mt-4 text-ink-soft text-sm">You are signed in with it here, and signed out everywhere else.</p>
    </EntryCard>
  )
}
