import { TextEntry } from '@/components/entry/entry-fields'
import { OrderFields } from '@/components/entry/order-fields'
import { type EntryFields, partOf } from '@/components/entry/use-entry-form'
import { OptionCard } from '@/components/ui/option-card'
import type { EntryChoices } from '@/lib/entry/choices'
import { type OrderField, typeOf } from '@/lib/entry/order-texts'
import { hasVehicle, type RegistrationField, type RegistrationTexts } from '@/lib/entry/registration-texts'

type DetailsStepProps = { fields: EntryFields<RegistrationField>; choices: EntryChoices; texts: RegistrationTexts }

/** The vehicle, and the order where they came for one. */
export function DetailsStep({ fields, choices, texts }: DetailsStepProps) {
  const type = typeOf(texts['order.type'])
  return (
    <>
      <fieldset className="grid gap-5">
        <legend className="mb-4 font-semibold text-sm">Vehicle</legend>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <TextEntry
            fields={fields}
            field="vehicle.plate"
            label="Plate"
            autoCapitalize="characters"
            hint="Leave all of this blank where there is no vehicle."
          />
          <TextEntry fields={fields} field="vehicle.make" label="Make" />
          <TextEntry fields={fields} field="vehicle.model" label="Model" />
          <TextEntry fields={fields} field="vehicle.year" label="Year" inputMode="numeric" />
        </div>
        {type && hasVehicle(texts) && (
          <OptionCard
            type="checkbox"
            name="order.with_vehicle"
            checked={texts['order.with_vehicle'] === 'yes'}
            onChange={({ target }) => fields.change('order.with_vehicle', target.checked ? 'yes' : '')}
            title="The order is about this vehicle"
          />
        )}
      </fieldset>
      {type && (
        <fieldset className="grid gap-5 border-t pt-5">
          <legend className="sr-only">Order</legend>
          <OrderFields
            fields={partOf<OrderField, 'order.'>(fields, 'order.')}
            type={type}
            choices={choices}
            branch={texts.branch || undefined}
          />
        </fieldset>
      )}
    </>
  )
}
