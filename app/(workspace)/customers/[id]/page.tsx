import type { Metadata } from 'next'
import { groupTint } from '@/components/customer-groups/group-tint'
import { CustomerFigures } from '@/components/customers/customer-figures'
import { CustomerIdentity } from '@/components/customers/customer-identity'
import { CustomerNotes } from '@/components/customers/customer-notes'
import { CustomerOrders } from '@/components/customers/customer-orders'
import { CustomerVehicles } from '@/components/customers/customer-vehicles'
import { OrdersOverTime } from '@/components/customers/orders-over-time'
import { ProfileHeader } from '@/components/customers/profile-header'
import { may } from '@/lib/roles'
import { pageCaller } from '@/lib/server/auth/caller'
import { profileHref, wayBack } from '@/lib/url/profile-url'
import { toSearchParams } from '../../search-params'
import { addNote, addVehicle, bringVehicleBack, changeVehicle, removeNote, retireVehicle } from './actions'
import { leadToKept } from './lead-to-kept'
import { loadProfile } from './load-profile'
import { ManagerPart } from './manager-part'

export const metadata: Metadata = { title: 'Customer' }

const VEHICLE_ACTIONS = { add: addVehicle, change: changeVehicle, retire: retireVehicle, bringBack: bringVehicleBack }
const NOTE_ACTIONS = { add: addNote, remove: removeNote }

export default async function CustomerPage({ params, searchParams }: PageProps<'/customers/[id]'>) {
  const caller = await pageCaller('read')
  const { scope, role } = caller
  const { id } = await params
  const query = toSearchParams(await searchParams)
  const { profile, business, filterWords } = (await loadProfile(scope, id, query)) ?? (await leadToKept(id))
  const { customer, orders, months } = profile
  const { timeZone } = business
  const tint = groupTint(customer.group.color)
  const writes = may(role, 'enter') && customer.erased_at === null
  return (
    <>
      <ProfileHeader {...{ customer, tint, role, timeZone }} back={wayBack(query)} />
      <div className="mt-5 grid items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-4">
          <CustomerIdentity customer={customer} business={business} />
          <CustomerVehicles customer={customer} actions={writes ? VEHICLE_ACTIONS : null} />
          <CustomerNotes {...{ customer, timeZone }} reader={caller} actions={writes ? NOTE_ACTIONS : null} />
          <ManagerPart {...{ caller, customer, timeZone }} />
        </div>
        <div className="grid min-w-0 gap-4">
          <CustomerFigures {...{ profile, business, filterWords, tint }} limited={scope.branches !== 'all'} />
          <OrdersOverTime {...{ months, business, filterWords, tint }} />
          <CustomerOrders
            {...{ orders, business }}
            orderHref={(orderId) => `/customers/${id}/orders/${orderId}`}
            pageHref={(page) => profileHref(id, query, page)}
          />
        </div>
      </div>
    </>
  )
}
