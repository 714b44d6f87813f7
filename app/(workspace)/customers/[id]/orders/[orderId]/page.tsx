import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { OrderScreen } from '@/components/orders/order-screen'
import { getBusiness } from '@/db/queries/business'
import { listVehicles } from '@/db/queries/customer-vehicles'
import { getEntryChoices } from '@/db/queries/entry-choices'
import { getOrder } from '@/db/queries/order'
import { may } from '@/lib/roles'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'

export const metadata: Metadata = { title: 'Order' }

export default async function OrderPage({ params }: PageProps<'/customers/[id]/orders/[orderId]'>) {
  const { scope, role } = await pageCaller('read')
  const { id, orderId } = await params
  const db = getDatabase()
  const order = (await getOrder(db, scope, id, orderId)) ?? notFound()
  const [business, vehicles, choices] = await Promise.all([
    getBusiness(db),
    listVehicles(db, scope, id),
    may(role, 'enter') ? getEntryChoices(db, scope) : null,
  ])
  return (
    <>
      <BackLink href={`/customers/${id}`}>Customer</BackLink>
      <PageHeading title="Order" intro={<bdi className="wrap-anywhere">{order.customer.full_name}</bdi>} />
      <OrderScreen opened={order} {...{ business, role, choices, vehicles }} />
    </>
  )
}
