import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CustomerEditForm } from '@/components/customers/edit/customer-edit-form'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { findCustomerToEdit } from '@/db/queries/customer-to-edit'
import { getEntryChoices } from '@/db/queries/entry-choices'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { editCustomer } from '../actions'

export const metadata: Metadata = { title: 'Edit a customer' }

export default async function EditCustomerPage({ params }: PageProps<'/customers/[id]/edit'>) {
  const { scope } = await pageCaller('enter')
  const db = getDatabase()
  const [customer, choices] = await Promise.all([
    findCustomerToEdit(db, scope, (await params).id),
    getEntryChoices(db, scope),
  ])
  if (!customer) notFound()
  return (
    <div className="max-w-2xl">
      <BackLink href={`/customers/${customer.id}`}>Customer</BackLink>
      <PageHeading title="Edit" intro={<bdi className="wrap-anywhere">{customer.texts.full_name}</bdi>} />
      <div className="mt-5">
        <CustomerEditForm action={editCustomer} customer={customer} choices={choices} />
      </div>
    </div>
  )
}
