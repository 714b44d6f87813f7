import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { Section } from '@/components/layout/section'
import { BandMeanings } from '@/components/settings/band-meanings'
import { FollowBusiness } from '@/components/settings/follow-business'
import { GroupName } from '@/components/settings/group-name'
import { RecencyForm } from '@/components/settings/recency-form'
import { findRecencySettings } from '@/db/queries/recency-settings'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { followBusiness, setRecencyBands } from '../../actions'

export const metadata: Metadata = { title: 'Recency of a group' }

export default async function GroupRecencyPage({ params }: PageProps<'/settings/recency/[key]/edit'>) {
  const caller = await pageCaller('administer')
  if (caller.scope.branches !== 'all') redirect('/settings/recency')
  const found = await findRecencySettings(getDatabase(), caller, (await params).key)
  const { group, business } = found ?? notFound()
  const rule = group.own ?? business
  return (
    <div className="max-w-2xl">
      <BackLink href="/settings/recency">Recency</BackLink>
      <PageHeading
        title={<GroupName name={group.name} color={group.color} />}
        intro={group.own ? 'Judged by bands of its own.' : 'Judged as the business is, until it has bands of its own.'}
      />
      <div className="mt-5 grid gap-4">
        <Section title="What the bands mean here">
          <BandMeanings rule={rule} />
        </Section>
        <Section title="Bands of its own">
          <RecencyForm action={setRecencyBands} rule={rule} version={group.version} groupKey={group.key} />
        </Section>
        {group.own && (
          <Section title="As the business">
            <FollowBusiness action={followBusiness} group={group} business={business} />
          </Section>
        )}
      </div>
    </div>
  )
}
