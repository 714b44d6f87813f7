'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { SavedNote } from '@/components/ui/saved-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError } from '@/lib/form-state'
import { VIEW_NAME_LIMIT } from '@/lib/views/saved-view'

/** Keeps what the page shows now under a name. */
export function SaveViewForm({ query, change }: { query: string; change: FormAction }) {
  const { state, pending, formProps } = useSentForm(change)
  const problem = fieldError(state, 'name')
  return (
    <form {...formProps} className="mt-4 grid gap-3">
      {problem === null && <FormProblem state={state} pending={pending} />}
      <input type="hidden" name="act" value="save" />
      <input type="hidden" name="query" value={query} />
      <TextField
        label="Save what is shown as"
        name="name"
        required
        autoComplete="off"
        maxLength={VIEW_NAME_LIMIT}
        placeholder="Companies this year"
        error={problem}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pending={pending}>Save this view</SubmitButton>
        <SavedNote shown={state.status === 'done' && !pending}>Saved.</SavedNote>
      </div>
    </form>
  )
}
