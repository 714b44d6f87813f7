import type { FoundCustomer } from '@/lib/customers/finding'
import { vehicleWords } from './vehicle-words'

type FoundCustomerLinesProps = { customer: Omit<FoundCustomer, 'home_branch' | 'last_order_at'> }

/** A fleet is not listed in full. */
const SHOWN_VEHICLES = 3

/** Who somebody is, in the few lines that tell them from others. */
export function FoundCustomerLines({ customer }: FoundCustomerLinesProps) {
  const { full_name, organization_name, phone, email, external_id, group, vehicles } = customer
  const contacts = [phone, email].filter((text) => text !== null)
  return (
    <div className="min-w-0 text-sm wrap-anywhere">
      <p>
        <bdi className="font-medium">{full_name}</bdi>
        {organization_name && (
          <>
            {' · '}
            <bdi>{organization_name}</bdi>
          </>
        )}
      </p>
      <p className="text-ink-soft text-xs">
        <bdi>{[group.name, external_id].filter(Boolean).join(' · ')}</bdi>
        {contacts.map((contact) => (
          <span key={contact}>
            {' · '}
            <bdi>{contact}</bdi>
          </span>
        ))}
      </p>
      {vehicles.length > 0 && (
        <p className="text-ink-soft text-xs">
          {vehicles.slice(0, SHOWN_VEHICLES).map((vehicle, place) => (
            <span key={vehicle.id}>
              {place > 0 && ', '}
              <bdi>{vehicleWords(vehicle)}</bdi>
            </span>
          ))}
          {vehicles.length > SHOWN_VEHICLES && ` and ${vehicles.length - SHOWN_VEHICLES} more`}
        </p>
      )}
    </div>
  )
}
