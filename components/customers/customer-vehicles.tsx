import { Section } from '@/components/layout/section'
import type { CustomerProfile, Vehicle } from '@/lib/customers/contract'
import type { FormAction } from '@/lib/form-state'
import { VehicleDialog } from './vehicle-dialog'
import { VehicleStateForm } from './vehicle-state-form'

export type VehicleActions = { add: FormAction; change: FormAction; retire: FormAction; bringBack: FormAction }

type CustomerVehiclesProps = {
  customer: Pick<CustomerProfile['customer'], 'id' | 'vehicles'>
  /** Null for whoever only reads. */
  actions: VehicleActions | null
}

/** What the customer brings in; vehicles that they no longer have are marked. */
export function CustomerVehicles({ customer, actions }: CustomerVehiclesProps) {
  const { id, vehicles } = customer
  return (
    <Section title="Vehicles" anchor="vehicles">
      {vehicles.length === 0 ? (
        <p className="text-ink-soft text-sm">No vehicle is recorded.</p>
      ) : (
        <ul className="-mt-2 text-sm">
          {vehicles.map((vehicle) => (
            <li key={vehicle.id} className="border-t py-2 first:border-t-0">
              <VehicleLine vehicle={vehicle} />
              {actions && (
                <div className="-ml-3 flex flex-wrap">
                  <VehicleDialog action={actions.change} customerId={id} vehicle={vehicle} />
                  <VehicleStateForm
                    action={vehicle.retired_at ? actions.bringBack : actions.retire}
                    customerId={id}
                    vehicle={vehicle}
                    label={vehicle.retired_at ? 'Bring back' : 'No longer theirs'}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {actions && (
        <div className="mt-3">
          <VehicleDialog action={actions.add} customerId={id} />
        </div>
      )}
    </Section>
  )
}

function VehicleLine({ vehicle }: { vehicle: Vehicle }) {
  const { plate, make, model, year, retired_at } = vehicle
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <bdi className="wrap-anywhere font-medium font-mono">{plate}</bdi>
      <bdi className="wrap-anywhere text-ink-soft">{[make, model, year].filter((part) => part !== null).join(' ')}</bdi>
      {retired_at && <span className="text-ink-soft text-xs">no longer theirs</span>}
    </div>
  )
}
