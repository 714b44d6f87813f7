import type { Metadata } from 'next'
import { RegistrationWizard } from '@/components/entry/registration/registration-wizard'
import { PageHeading } from '@/components/layout/page-heading'
import { getEntryChoices } from '@/db/queries/entry-choices'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'

export const metadata: Metadata = { title: 'Register a customer' }

export default async function RegistrationPage() {
  const { id, scope } = await pageCaller('enter')
  return (
    <>
      <PageHeading title="Register a customer" />
      <RegistrationWizard choices={await getEntryChoices(getDatabase(), scope)} personId={id ?? ''} />
    </>
  )
}
