import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { Section } from '@/components/layout/section'
import { ArchiveChoice } from '@/components/settings/archive-choice'
import { BranchForm } from '@/components/settings/branch-form'
import { Badge } from '@/components/ui/badge'
import { findBranchSettings } from '@/db/queries/branch-settings'
import { MAIN_BRANCH } from '@/lib/definitions'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { archiveBranch, changeBranch } from '../../actions'

export const metadata: Metadata = { title: 'Branch' }

export default async function BranchPage({ params }: PageProps<'/settings/branches/[code]/edit'>) {
  const caller = await pageCaller('administer')
  const branch = (await findBranchSettings(getDatabase(), caller, (await params).code)) ?? notFound()
  return (
    <div className="max-w-xl">
      <BackLink href="/settings/branches">Branches</BackLink>
      <PageHeading title={<bdi>{branch.name}</bdi>} intro={<span className="font-mono text-xs">{branch.code}</span>}>
        {branch.archived && <Badge>Archived</Badge>}
      </PageHeading>
      <div className="mt-5 grid gap-4">
        <Section title="Name">
          <BranchForm action={changeBranch} branch={branch} />
        </Section>
        <Section title="Archiving">
          {branch.code === MAIN_BRANCH ? (
            <p className="text-ink-soft text-sm">Orders that name no branch are of this one: it is always needed.</p>
          ) : (
            <ArchiveChoice
              action={archiveBranch}
              row={{ ...branch, key: branch.code }}
              whenArchived="It takes no new orders. Its orders stay in every figure, and people who are limited to it go on seeing them."
              whenBack="It takes new orders again."
            />
          )}
        </Section>
      </div>
    </div>
  )
}
