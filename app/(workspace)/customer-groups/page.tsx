import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { GroupsScreen } from '@/components/customer-groups/groups-screen'
import { listBranches } from '@/db/queries/branches'
import { getBusiness } from '@/db/queries/business'
import { listSavedViews } from '@/db/queries/saved-views'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { toSearchParams } from '../search-params'
import { toSignedIn } from '../to-signed-in'
import { changeOwnViews } from './actions'
import { leadToLastChoice } from './last-choice'
import { seedGroups } from './seed-groups'

export const metadata: Metadata = { title: 'Customer groups' }

export default async function CustomerGroupsPage({ searchParams }: PageProps<'/customer-groups'>) {
  const caller = await pageCaller('read')
  const { scope } = caller
  const db = getDatabase()
  const asked = toSearchParams(await searchParams)
  await leadToLastChoice(caller, asked)
  const [business, branches, views] = await Promise.all([
    getBusiness(db),
    listBranches(db, scope),
    listSavedViews(db, caller),
  ])
  const answers = await seedGroups(db, scope, asked, branches)
  return (
    <HydrationBoundary state={answers}>
      <GroupsScreen
        business={business}
        branches={branches}
        person={toSignedIn(caller, branches)}
        own={{ views, change: changeOwnViews, personId: caller.id ?? '' }}
      />
    </HydrationBoundary>
  )
}
