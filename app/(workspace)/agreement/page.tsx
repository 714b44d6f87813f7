import type { Metadata } from 'next'
import { AgreementScreen } from '@/components/agreement/agreement-screen'
import { getBusiness } from '@/db/queries/business'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'

export const metadata: Metadata = { title: 'Agreement' }

export default async function AgreementPage() {
  await pageCaller('read')
  return <AgreementScreen business={await getBusiness(getDatabase())} />
}
