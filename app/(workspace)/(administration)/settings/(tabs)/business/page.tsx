import type { Metadata } from 'next'
import { Section } from '@/components/layout/section'
import { BusinessFacts } from '@/components/settings/business-facts'
import { BusinessNameForm } from '@/components/settings/business-name-form'
import { LimitedNotice } from '@/components/settings/limited-notice'
import { getBusiness } from '@/db/queries/business'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { renameBusiness } from '../../business/actions'

export const metadata: Metadata = { title: 'Business' }

export default async function BusinessSettingsPage() {
  const { scope } = await pageCaller('administer')
  const business = await getBusiness(getDatabase())
  const limited = scope.branches !== 'all'
  return (
    <div className="grid max-w-2xl gap-4">
      {limited && (
        <LimitedNotice>An administrator with all branches can change what is the whole business’s.</LimitedNotice>
      )}
      <Section title="What it is called">
        <BusinessNameForm action={renameBusiness} name={business.name} readOnly={limited} />
      </Section>
      <Section
        title="Where it works"
        intro="This gives every figure its meaning, so that it is changed on the server, by whoever runs it."
      >
        <BusinessFacts business={business} />
      </Section>
    </div>
  )
}
