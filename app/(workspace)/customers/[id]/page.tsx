import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { groupTint } from '@/components/customer-groups/group-tint'
import { CustomerFigures } from '@/components/customers/customer-figures'
import { CustomerIdentity } from '@/components/customers/customer-identity'
import { CustomerOrders } from '@/components/customers/customer-orders'
import { CustomerVehicles } from '@/components/customers/customer-vehicles'
import { ProfileHeader } from '@/components/customers/profile-header'
import { pageCaller } from '@/lib/server/auth/caller'
import { hrefBackToGroups, profileHref } from '@/lib/url/profile-url'
import { toSearchParams } from '../../search-params'
import { loadProfile } from './load-profile'

export const metadata: Metadata = { title: 'Customer' }

export default async function CustomerPage({ params, searchParams }: PageProps<'/customers/[id]'>) {
  const { scope } = await pageCaller('read')
  const { id } = await params
  const query = toSearchParams(await searchParams)
  const { profile, business, filterWords } = (await loadProfile(scope, id, query)) ?? notFound()
  const { customer } = profile
  return (
    <>
      <ProfileHeader customer={customer} tint={groupTint(customer.group.key)} backHref={hrefBackToGroups(query)} />
      <div className="mt-5 grid items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid gap-4">
          <CustomerIdentity customer={customer} business={business} />
          <CustomerVehicles vehicles={customer.vehicles} />
        </div>
        <div className="grid min-w-0 gap-4">
          <CustomerFigures
            profile={profile}
            business={business}
            filterWords={filterWords}
            limited={scope.branches !== 'all'}
          />
          <CustomerOrders
            orders={profile.orders}
            business={business}
            pageHref={(page) => profileHref(id, query, page)}
          />
        </div>
      </div>
    </>
  )
}
