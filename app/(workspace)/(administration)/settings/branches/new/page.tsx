import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { BranchForm } from '@/components/settings/branch-form'
import { pageCaller } from '@/lib/server/auth/caller'
import { addBranch } from '../actions'

export const metadata: Metadata = { title: 'Add a branch' }

export default async function NewBranchPage() {
  const { scope } = await pageCaller('administer')
  if (scope.branches !== 'all') redirect('/settings/branches')
  return (
    <div className="max-w-xl">
      <BackLink href="/settings/branches">Branches</BackLink>
      <PageHeading title="Add a branch" />
      <div className="mt-5 rounded-box border bg-surface p-4 sm:p-6">
        <BranchForm action={addBranch} />
      </div>
    </div>
  )
}
