import type { Metadata } from 'next'
import { Section } from '@/components/layout/section'
import { BandMeanings } from '@/components/settings/band-meanings'
import { GroupRecencyTable } from '@/components/settings/group-recency-table'
import { LimitedNotice } from '@/components/settings/limited-notice'
import { RecencyForm } from '@/components/settings/recency-form'
import { listRecencySettings } from '@/db/queries/recency-settings'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { setRecencyBands } from '../../recency/actions'

export const metadata: Metadata = { title: 'Recency' }

export default async function RecencySettingsPage() {
  const caller = await pageCaller('administer')
  const { business, groups } = await listRecencySettings(getDatabase(), caller)
  const limited = caller.scope.branches !== 'all'
  return (
    <div className="grid gap-4">
      {limited && (
        <LimitedNotice>
          Recency bands are the whole business’s: an administrator with all branches can change them.
        </LimitedNotice>
      )}
      <Section title="What the bands mean" intro="Each customer is in one band, by how long ago its last order is.">
        <BandMeanings rule={business} />
      </Section>
      <Section title="The business" intro="This holds for every group that has nothing of its own.">
        <RecencyForm action={setRecencyBands} rule={business} version={business.version} readOnly={limited} />
      </Section>
      <GroupRecencyTable groups={groups} business={business} readOnly={limited} />
    </div>
  )
}
