import type { Metadata } from 'next'
import { KeyForm } from '@/components/accounts/key-form'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { givableBranches } from '../../givable-branches'
import { createKey } from '../actions'

export const metadata: Metadata = { title: 'Create a key' }

export default async function NewKeyPage() {
  const caller = await pageCaller('administer')
  return (
    <div className="max-w-xl">
      <BackLink href="/keys">Keys</BackLink>
      <PageHeading title="Create a key" />
      <div className="mt-5 rounded-box border bg-surface p-4 sm:p-6">
        <KeyForm action={createKey} branches={await givableBranches(getDatabase(), caller)} />
      </div>
    </div>
  )
}
