import type { OrderType } from '@/lib/definitions'
import { type EntryChoices, onlyBranch } from '@/lib/entry/choices'
import type { OrderField } from '@/lib/entry/order-texts'
import { ChoiceEntry, LinesEntry, TextEntry } from './entry-fields'
import { OrderDayField } from './order-day-field'
import type { EntryFields } from './use-entry-form'

type OrderFieldsProps = {
  fields: EntryFields<OrderField>
  type: OrderType
  choices: EntryChoices
  /** The branch that is meant where none was chosen. */
  branch?: string
}

/** What an order needs beside its customer, type and vehicle: what the type asks for, then what all have. */
export function OrderFields({ fields, type, choices, branch }: OrderFieldsProps) {
  const { currency } = choices.business
  return (
    <>
      <TypeFields fields={fields} type={type} />
      <LinesEntry fields={fields} field="description" label="Description" hint="What is to be done, in their words." />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextEntry
          fields={fields}
          field="amount"
          label={`Amount (${currency})`}
          inputMode="decimal"
          required
          hint="In digits, without separators. 0 where nothing is charged."
        />
        <OrderDayField fields={fields} timeZone={choices.business.timeZone} />
      </div>
      {onlyBranch(choices) === null && (
        <ChoiceEntry
          fields={fields}
          field="branch"
          label="Branch"
          unchosen={branch ? undefined : 'Choose a branch'}
          fallback={branch}
          options={choices.branches.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
    </>
  )
}

function TypeFields({ fields, type }: Pick<OrderFieldsProps, 'fields' | 'type'>) {
  if (type === 'service')
    return (
      <TextEntry
        fields={fields}
        field="details.odometer_km"
        label="Odometer (km)"
        inputMode="numeric"
        hint="Not needed where it can not be read."
      />
    )
  if (type === 'consultation')
    return (
      <TextEntry
        fields={fields}
        field="details.follow_up_on"
        label="Follow up on"
        type="date"
        hint="Not needed where nothing was agreed."
      />
    )
  return (
    <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
      <TextEntry fields={fields} field="details.item" label="Item" required hint="What is sold." />
      <TextEntry fields={fields} field="details.quantity" label="Quantity" inputMode="numeric" hint="1 unless told." />
    </div>
  )
}
