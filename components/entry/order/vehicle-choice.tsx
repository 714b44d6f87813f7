import type { EntryFields } from '@/components/entry/use-entry-form'
import { vehicleWords } from '@/components/entry/vehicle-words'
import { ChoiceField } from '@/components/ui/choice-field'
import type { FoundCustomer } from '@/lib/customers/finding'

type VehicleChoiceProps = {
  fields: EntryFields<'vehicle_id'>
  vehicles: FoundCustomer['vehicles']
  chosen: string
}

/** Which of the customer's vehicles the order is about, or none. */
export function VehicleChoice({ fields, vehicles, chosen }: VehicleChoiceProps) {
  const options = vehicles.map((vehicle) => ({ value: vehicle.id, label: vehicleWords(vehicle) }))
  return (
    <ChoiceField
      label="Vehicle"
      name="vehicle_id"
      autoComplete="off"
      options={[{ value: '', label: 'None' }, ...options]}
      value={chosen}
      error={fields.problem('vehicle_id')}
      onChange={(id) => fields.change('vehicle_id', id)}
    />
  )
}
