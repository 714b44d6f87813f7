import { OrderTypeChoice } from '@/components/entry/order-type-choice'
import type { EntryFields } from '@/components/entry/use-entry-form'
import type { RegistrationField } from '@/lib/entry/registration-texts'

/** What they came for: with an order it is taken at once. */
export function PurposeStep({ fields }: { fields: EntryFields<RegistrationField> }) {
  return (
    <OrderTypeChoice
      legend="They came for"
      name="order.type"
      nothingYet
      value={fields.text('order.type')}
      problem={fields.problem('order.type')}
      onChoose={(type) => fields.change('order.type', type)}
    />
  )
}
