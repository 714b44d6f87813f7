import type { Metadata } from 'next'
import { z } from 'zod'
import { NewOrderScreen } from '@/components/entry/order/new-order-screen'
import { PageHeading } from '@/components/layout/page-heading'
import { getEntryChoices } from '@/db/queries/entry-choices'
import { findEntryCustomer } from '@/db/queries/entry-customer'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'

export const metadata: Metadata = { title: 'New order' }

const customerId = z.uuid()

export default async function NewOrderPage({ searchParams }: PageProps<'/orders/new'>) {
  const caller = await pageCaller('enter')
  const db = getDatabase()
  const asked = customerId.safeParse((await searchParams).customer).data
  const [choices, customer] = await Promise.all([
    getEntryChoices(db, caller.scope),
    asked === undefined ? null : findEntryCustomer(db, caller, asked),
  ])
  return (
    <>
      <PageHeading title="New order" />
      <NewOrderScreen choices={choices} personId={caller.id ?? ''} read={{ askedFor: asked ?? null, customer }} />
    </>
  )
}
