'use client'

import { useEffect } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { FormProblem } from '@/components/ui/form-problem'
import { SendingId } from '@/components/ui/sending-id'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import type { Vehicle } from '@/lib/customers/contract'
import { type FormAction, fieldError, keptValue } from '@/lib/form-state'

type VehicleFormProps = {
  action: FormAction
  customerId: string
  /** The vehicle that is changed; a new one otherwise. */
  vehicle?: Vehicle
  onClose: () => void
}

const FIELDS = [
  { name: 'plate', label: 'Plate', maxLength: 30, required: true },
  { name: 'make', label: 'Make', maxLength: 60, required: false },
  { name: 'model', label: 'Model', maxLength: 60, required: false },
  { name: 'year', label: 'Year', maxLength: 4, required: false },
] as const

/** What is recorded of a vehicle. */
export function VehicleForm({ action, customerId, vehicle, onClose }: VehicleFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  const form = formProps.ref
  useEffect(() => {
    if (state.status !== 'done') return
    // The next vehicle is another one.
    form.current?.reset()
    onClose()
  }, [state, form, onClose])
  return (
    <form {...formProps} className="mt-4 grid gap-4">
      <FormProblem state={state} pending={pending} />
      <input type="hidden" name="customer_id" value={customerId} />
      {vehicle ? (
        <>
          <input type="hidden" name="vehicle_id" value={vehicle.id} />
          <input type="hidden" name="version" value={vehicle.version} />
        </>
      ) : (
        <SendingId state={state} />
      )}
      {FIELDS.map(({ name, ...field }) => (
        <TextField
          key={name}
          {...field}
          name={name}
          autoComplete="off"
          inputMode={name === 'year' ? 'numeric' : undefined}
          autoCapitalize={name === 'plate' ? 'characters' : undefined}
          defaultValue={keptValue(state, name) ?? vehicle?.[name] ?? ''}
          error={fieldError(state, name)}
        />
      ))}
      <div className="flex flex-wrap justify-end gap-2">
        <button type="button" onClick={onClose} className={buttonStyle()}>
          Cancel
        </button>
        <SubmitButton pending={pending}>{vehicle ? 'Save' : 'Add the vehicle'}</SubmitButton>
      </div>
    </form>
  )
}
