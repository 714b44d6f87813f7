import type { Metadata } from 'next'
import { DeadLink } from '@/components/accounts/dead-link'
import { EntryCard } from '@/components/accounts/entry-card'
import { SetupForm } from '@/components/accounts/setup-form'
import { SETUP_LINK_HOURS } from '@/lib/accounts/limits'
import { readSetup } from '@/lib/server/auth/setup'
import { tokenOf } from '../token-of'
import { setUp } from './actions'
import { setupOptions } from './setup-options'

export const metadata: Metadata = { title: 'Set up' }

export default async function SetupPage({ searchParams }: PageProps<'/setup'>) {
  const token = await tokenOf(searchParams)
  const setup = await readSetup(token)
  if (!setup) {
    return (
      <DeadLink title="This set-up link does not work">
        It works once, for {SETUP_LINK_HOURS} hours, and until the next start. While nobody has an account, each start
        of the server prints a new one.
      </DeadLink>
    )
  }
  return (
    <EntryCard title="Set up" intro="This link works once, for the first administrator.">
      <SetupForm action={setUp} token={token} {...setup} options={setupOptions()} />
    </EntryCard>
  )
}
