'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { SavedNote } from '@/components/ui/saved-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError, keptValue } from '@/lib/form-state'

type BusinessNameFormProps = { action: FormAction; name: string; readOnly: boolean }

/** How the business is called on every page and in every mail. */
export function BusinessNameForm({ action, name, readOnly }: BusinessNameFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  return (
    <form {...formProps} className="grid max-w-md gap-4">
      <FormProblem state={state} pending={pending} />
      <input type="hidden" name="seen" value={name} />
      <TextField
        label="Name"
        name="name"
        autoComplete="organization"
        required
        readOnly={readOnly}
        maxLength={200}
        defaultValue={keptValue(state, 'name') ?? name}
        error={fieldError(state, 'name')}
      />
      {!readOnly && (
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton pending={pending}>Save</SubmitButton>
          <SavedNote shown={state.status === 'done' && !pending}>Saved.</SavedNote>
        </div>
      )}
    </form>
  )
}
