import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { GroupsScreen } from '@/components/customer-groups/groups-screen'
import { systemScope } from '@/db/access'
import { listBranches } from '@/db/queries/branches'
import { getBusiness } from '@/db/queries/business'
import { getDatabase } from '@/lib/server/database'
import { toSearchParams } from '../search-params'
import { seedGroups } from './seed-groups'

export const metadata: Metadata = { title: 'Customer groups' }

export default async function CustomerGroupsPage({ searchParams }: PageProps<'/customer-groups'>) {
  const db = getDatabase()
  const scope = systemScope()
  const [business, branches, query] = await Promise.all([getBusiness(db), listBranches(db, scope), searchParams])
  const answers = await seedGroups(db, scope, toSearchParams(query), branches)
  return (
    <HydrationBoundary state={answers}>
      <GroupsScreen business={business} branches={branches} />
    </HydrationBoundary>
  )
}
