'use client'

import { EntryFailure } from '@/components/entry/entry-failure'
import { EntryFieldset } from '@/components/entry/entry-fieldset'
import { OrderFields } from '@/components/entry/order-fields'
import { OrderTypeChoice } from '@/components/entry/order-type-choice'
import { StartOver } from '@/components/entry/start-over'
import { SubmitButton } from '@/components/ui/submit-button'
import type { EntryChoices } from '@/lib/entry/choices'
import { isBlank } from '@/lib/entry/draft'
import { NEW_ORDER_FIELDS } from '@/lib/entry/new-order-texts'
import { typeOf } from '@/lib/entry/order-texts'
import { CustomerPart } from './customer-part'
import { NoVehicle } from './no-vehicle'
import { OrderMadeScreen } from './order-made-screen'
import type { ReadCustomer } from './use-chosen-customer'
import { useNewOrder } from './use-new-order'
import { VehicleChoice } from './vehicle-choice'

type NewOrderScreenProps = {
  choices: EntryChoices
  personId: string
  read: ReadCustomer
}

const SHOWN_FIELDS = new Set<string>(NEW_ORDER_FIELDS)

/** An order of a customer who is found while typing, on one page. */
export function NewOrderScreen({ choices, personId, read }: NewOrderScreenProps) {
  const order = useNewOrder(choices, personId, read)
  const { url, kept, texts, form, submission, unsure, submit } = order
  const { customer } = order.chosen
  const { pending } = submission
  if (url.done) return <OrderMadeScreen {...url.done} saved={order.saved} onAnother={order.startOver} />
  const type = typeOf(texts.type)
  const fields = form.fields
  const blank = isBlank({ texts }, NEW_ORDER_FIELDS, { ...order.known, customer_id: texts.customer_id })
  return (
    <form
      ref={form.form}
      noValidate
      aria-busy={pending}
      onSubmit={(event) => {
        event.preventDefault()
        // Sent by Enter in a field, which is disabled meanwhile: the focus stays in the form.
        form.form.current?.querySelector<HTMLElement>('[type=submit]')?.focus()
        submit()
      }}
      className="mt-4 grid max-w-160 gap-5 rounded-box border bg-surface p-4 sm:p-6"
    >
      <EntryFailure
        failure={submission.failure}
        elsewhere={form.problems.filter(({ name }) => !SHOWN_FIELDS.has(name))}
        what="order"
        unsure={unsure}
        onRetry={() => submit()}
        onSendAsNew={() => submit(true)}
      />
      <EntryFieldset disabled={pending || !kept.draft}>
        <CustomerPart order={order} texts={texts} personId={personId} />
        <OrderTypeChoice
          legend="They came for"
          name="type"
          value={texts.type}
          problem={fields.problem('type')}
          onChoose={(chosen) => fields.change('type', chosen)}
        />
        {customer && customer.vehicles.length > 0 && (
          <VehicleChoice fields={fields} vehicles={customer.vehicles} chosen={texts.vehicle_id} />
        )}
        {customer?.vehicles.length === 0 && <NoVehicle customerId={customer.id} />}
        {type && <OrderFields fields={fields} type={type} choices={choices} />}
      </EntryFieldset>
      <fieldset disabled={!kept.draft} className="flex flex-wrap items-center gap-2">
        <SubmitButton pending={pending}>Take the order</SubmitButton>
        {!blank && !pending && <StartOver title="Drop this order?" unsure={unsure} onStartOver={order.startOver} />}
        <p role="status" className="text-ink-soft text-sm">
          {submission.retrying && 'No answer yet. Asking again …'}
        </p>
      </fieldset>
    </form>
  )
}
