import type { Metadata } from 'next'
import { CustomersScreen } from '@/components/lists/customers-screen'
import { pageCaller } from '@/lib/server/auth/caller'
import { toSearchParams } from '../../search-params'
import { toSignedIn } from '../../to-signed-in'
import { loadCustomers } from './load-customers'

export const metadata: Metadata = { title: 'Customers' }

export default async function CustomersListPage({ searchParams }: PageProps<'/customers'>) {
  const caller = await pageCaller('read')
  const loaded = await loadCustomers(caller.scope, toSearchParams(await searchParams))
  return <CustomersScreen {...loaded} person={toSignedIn(caller, loaded.choices.branches)} />
}
