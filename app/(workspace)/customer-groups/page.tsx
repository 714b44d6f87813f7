import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { GroupsScreen } from '@/components/customer-groups/groups-screen'
import { listBranches } from '@/db/queries/branches'
import { getBusiness } from '@/db/queries/business'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { toSearchParams } from '../search-params'
import { toSignedIn } from '../to-signed-in'
import { seedGroups } from './seed-groups'

export const metadata: Metadata = { title: 'Customer groups' }

export default async function CustomerGroupsPage({ searchParams }: PageProps<'/customer-groups'>) {
  const caller = await pageCaller('read')
  const { scope } = caller
  const db = getDatabase()
  const [business, branches, query] = await Promise.all([getBusiness(db), listBranches(db, scope), searchParams])
  const answers = await seedGroups(db, scope, toSearchParams(query), branches)
  return (
    <HydrationBoundary state={answers}>
      <GroupsScreen business={business} branches={branches} person={toSignedIn(caller, branches)} />
    </HydrationBoundary>
  )
}
