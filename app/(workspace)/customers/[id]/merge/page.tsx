import { TriangleAlert } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MergeComparison } from '@/components/customers/merge/merge-comparison'
import { MergeConfirmation } from '@/components/customers/merge/merge-confirmation'
import { MergeFilled } from '@/components/customers/merge/merge-filled'
import { MergeFinder } from '@/components/customers/merge/merge-finder'
import { MergeGroups } from '@/components/customers/merge/merge-groups'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { Section } from '@/components/layout/section'
import { Notice } from '@/components/ui/notice'
import { getBusiness } from '@/db/queries/business'
import { findCustomerToEdit } from '@/db/queries/customer-to-edit'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { toSearchParams } from '../../../search-params'
import { mergeCustomers } from './actions'
import { loadMerge } from './load-merge'

export const metadata: Metadata = { title: 'Merge customers' }

export default async function MergePage({ params, searchParams }: PageProps<'/customers/[id]/merge'>) {
  const caller = await pageCaller('edit')
  const { id } = await params
  const withId = toSearchParams(await searchParams).get('with') ?? undefined
  const db = getDatabase()
  const [business, customer] = await Promise.all([getBusiness(db), findCustomerToEdit(db, caller.scope, id)])
  if (!customer) notFound()
  const { preview, refusal } = await loadMerge(caller, customer.id, withId)
  const name = <bdi>{customer.texts.full_name}</bdi>
  return (
    <div className="max-w-4xl">
      <BackLink href={`/customers/${id}`}>Customer</BackLink>
      <PageHeading title="Merge customers" intro={<>Another customer goes into {name}, which stays.</>} />
      <div className="mt-5 grid gap-4">
        {refusal && <Notice icon={TriangleAlert}>{refusal}</Notice>}
        {preview ? (
          <>
            <Section title="What becomes of both" intro="All orders, vehicles and notes are kept.">
              <MergeComparison preview={preview} business={business} />
            </Section>
            <Section title="What is filled in" intro="Where the customer that stays has nothing yet.">
              <MergeFilled filled={preview.filled} />
            </Section>
            <Section title="Groups" intro="Orders and revenue of all groups together stay what they are.">
              <MergeGroups groups={preview.groups} business={business} />
            </Section>
            <MergeConfirmation preview={preview} merge={mergeCustomers} />
          </>
        ) : (
          <Section title="Who is the same" intro="What the merge changes is shown before anything is done.">
            <MergeFinder keepId={customer.id} />
          </Section>
        )}
      </div>
    </div>
  )
}
