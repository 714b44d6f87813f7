import type { Metadata } from 'next'
import { OrdersScreen } from '@/components/lists/orders-screen'
import { pageCaller } from '@/lib/server/auth/caller'
import { toSearchParams } from '../../search-params'
import { toSignedIn } from '../../to-signed-in'
import { loadOrders } from './load-orders'

export const metadata: Metadata = { title: 'Orders' }

export default async function OrdersListPage({ searchParams }: PageProps<'/orders'>) {
  const caller = await pageCaller('read')
  const loaded = await loadOrders(caller.scope, toSearchParams(await searchParams))
  return <OrdersScreen {...loaded} person={toSignedIn(caller, loaded.choices.branches)} />
}
