'use client'

import { type FormEvent, type Ref, useEffect, useRef, useState } from 'react'
import { VehicleChoice } from '@/components/entry/order/vehicle-choice'
import { OrderFields } from '@/components/entry/order-fields'
import { OrderTypeChoice } from '@/components/entry/order-type-choice'
import type { EntryFields } from '@/components/entry/use-entry-form'
import { Section } from '@/components/layout/section'
import { buttonStyle } from '@/components/ui/button-style'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { Business } from '@/lib/business'
import type { Vehicle } from '@/lib/customers/contract'
import type { EntryChoices } from '@/lib/entry/choices'
import { localDayOf } from '@/lib/entry/local-day'
import { type OrderField, orderProblems, typeOf } from '@/lib/entry/order-texts'
import { firstOfEach, problemsOf } from '@/lib/entry/problems'
import type { FailedField } from '@/lib/failure'
import { type Order, orderChangeSchema } from '@/lib/orders/contract'
import { fieldsOfForm, orderEdits, orderTexts } from '@/lib/orders/edit-texts'
import { OrderFailure } from './order-failure'
import { fieldsOf, type OrderState } from './use-order'

/** The order as it was when the form was opened, with which what is typed is compared, and the version last looked at. */
export type EditedOrder = { order: Order; version: number }

type OrderEditFormProps = {
  edited: EditedOrder
  business: Business
  choices: EntryChoices
  vehicles: readonly Vehicle[]
  state: OrderState
  headingRef: Ref<HTMLHeadingElement>
  onClose: () => void
}

/** The fields of an order, in place. Only what was changed is sent; after completion it asks why. */
export function OrderEditForm(props: OrderEditFormProps) {
  const { edited, business, choices: offered, vehicles, state, headingRef, onClose } = props
  const { order, version } = edited
  const choices = withOwnBranch(offered, order)
  const base = orderTexts(order, business)
  const [texts, setTexts] = useState(base)
  const [reason, setReason] = useState('')
  const [told, setTold] = useState<readonly FailedField[]>([])
  const form = useRef<HTMLFormElement>(null)
  const problems = [...told, ...fieldsOf(state.failure)]
  useEffect(() => {
    if (told.length > 0 || state.failure) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [told, state.failure])
  const problemOf = (field: string) => problems.find(({ name }) => name === field)?.message ?? null
  const fields: EntryFields<OrderField> = {
    text: (field) => texts[field],
    problem: problemOf,
    change: (field, text) => setTexts((before) => ({ ...before, [field]: text })),
  }
  const needsReason = state.order.status === 'completed'
  const shown = fieldsOfForm(typeOf(texts.type) ?? order.type, choices, needsReason)
  const elsewhere = problems.filter(({ name }) => !shown.includes(name))
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (state.pending) return
    const changes = orderEdits(base, texts, choices, localDayOf(new Date(), business.timeZone))
    if (Object.values(changes).every((value) => value === undefined)) return onClose()
    const found = firstOfEach([
      ...problemsOf(orderChangeSchema.shape.changes.safeParse(changes).error),
      ...orderProblems(texts, choices, new Date()),
      ...(needsReason && reason.trim() === '' ? [{ name: 'reason', message: 'Say why.' }] : []),
    ])
    state.reset()
    setTold(found)
    if (found.length > 0) return
    if (await state.change({ version, reason: reason.trim() || null, changes })) onClose()
  }
  return (
    <Section title="Edit the order" headingRef={headingRef}>
      <form ref={form} onSubmit={send} noValidate className="grid gap-5">
        {(elsewhere.length > 0 || (state.failure && problems.length === 0)) && (
          <OrderFailure failure={state.failure} elsewhere={elsewhere} />
        )}
        <OrderTypeChoice
          legend="Type"
          name="type"
          value={texts.type}
          problem={problemOf('type')}
          onChoose={(type) => fields.change('type', type)}
        />
        <VehicleChoice
          fields={fields}
          vehicles={vehicles.filter(({ id, retired_at }) => retired_at === null || id === order.vehicle_id)}
          chosen={texts.vehicle_id}
        />
        <OrderFields fields={fields} type={typeOf(texts.type) ?? order.type} choices={choices} />
        {needsReason && (
          <TextField
            label="Reason"
            name="reason"
            autoComplete="off"
            dir="auto"
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            hint="The order is completed: why it is changed stays in its history."
            error={problemOf('reason')}
          />
        )}
        <div className="flex flex-wrap gap-2">
          <SubmitButton pending={state.pending}>Save</SubmitButton>
          <button
            type="button"
            onClick={() => {
              state.reset()
              onClose()
            }}
            className={buttonStyle('quiet')}
          >
            Cancel
          </button>
        </div>
      </form>
    </Section>
  )
}

/** An order stays at its branch, also where that is archived. */
function withOwnBranch(choices: EntryChoices, { branch }: Order): EntryChoices {
  if (choices.branches.some(({ code }) => code === branch.code)) return choices
  return { ...choices, branches: [...choices.branches, branch] }
}
