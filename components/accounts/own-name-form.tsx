'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { SavedNote } from '@/components/ui/saved-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError, keptValue } from '@/lib/form-state'

/** How the person is called on the pages and in the audit log. */
export function OwnNameForm({ action, name }: { action: FormAction; name: string }) {
  const { state, pending, formProps } = useSentForm(action)
  return (
    <form {...formProps} className="grid max-w-sm gap-4">
      <FormProblem state={state} pending={pending} />
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={200}
        defaultValue={keptValue(state, 'name') ?? name}
        error={fieldError(state, 'name')}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pending={pending} kind="plain">
          Save the name
        </SubmitButton>
        <SavedNote shown={state.status === 'done' && !pending}>Saved.</SavedNote>
      </div>
    </form>
  )
}
