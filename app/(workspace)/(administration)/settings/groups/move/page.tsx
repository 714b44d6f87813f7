import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BackLink } from '@/components/layout/back-link'
import { PageHeading } from '@/components/layout/page-heading'
import { Section } from '@/components/layout/section'
import { MoveConfirmation } from '@/components/settings/move-confirmation'
import { MoveForm } from '@/components/settings/move-form'
import { MovePreview } from '@/components/settings/move-preview'
import { formatQuantity } from '@/lib/format/number'
import { pageCaller } from '@/lib/server/auth/caller'
import { moveCustomers } from '../actions'
import { loadMove } from './load-move'

export const metadata: Metadata = { title: 'Move customers' }

export default async function MoveCustomersPage({ searchParams }: PageProps<'/settings/groups/move'>) {
  const caller = await pageCaller('administer')
  if (caller.scope.branches !== 'all') redirect('/settings/groups')
  const { asked, business, form } = await loadMove(caller, await searchParams)
  return (
    <div className="max-w-4xl">
      <BackLink href="/settings/groups">Groups</BackLink>
      <PageHeading
        title="Move customers"
        intro="From one group to another, all at once. You see first what it changes."
      />
      <div className="mt-5 grid gap-4">
        <Section title="Who goes where">
          <MoveForm {...form} />
        </Section>
        {asked && (
          <Section key={asked.link} title={`${formatQuantity(asked.preview.customers, 'customer')} would move`}>
            <div className="grid gap-5">
              <MovePreview preview={asked.preview} business={business} />
              <MoveConfirmation action={moveCustomers} {...asked.confirmation} />
            </div>
          </Section>
        )}
      </div>
    </div>
  )
}
