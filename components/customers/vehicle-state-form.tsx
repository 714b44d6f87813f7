'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { SubmitButton } from '@/components/ui/submit-button'
import { useSentForm } from '@/components/ui/use-sent-form'
import type { Vehicle } from '@/lib/customers/contract'
import type { FormAction } from '@/lib/form-state'

type VehicleStateFormProps = { action: FormAction; customerId: string; vehicle: Vehicle; label: string }

/** One button that says that a vehicle is no longer theirs, or is theirs again: each takes the other back. */
export function VehicleStateForm({ action, customerId, vehicle, label }: VehicleStateFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  return (
    <form {...formProps}>
      <input type="hidden" name="customer_id" value={customerId} />
      <input type="hidden" name="vehicle_id" value={vehicle.id} />
      <input type="hidden" name="version" value={vehicle.version} />
      <SubmitButton pending={pending} kind="quiet">
        <span>
          {label}
          <span className="sr-only"> {vehicle.plate}</span>
        </span>
      </SubmitButton>
      <FormProblem state={state} pending={pending} />
    </form>
  )
}
