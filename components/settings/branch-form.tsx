'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { SavedNote } from '@/components/ui/saved-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError, keptValue } from '@/lib/form-state'
import type { ShownBranch } from '@/lib/settings/shown'

/** What a branch is called; `branch` is the one that is changed. */
export function BranchForm({ action, branch }: { action: FormAction; branch?: ShownBranch }) {
  const { state, pending, formProps } = useSentForm(action)
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem state={state} pending={pending} />
      {branch && <input type="hidden" name="key" value={branch.code} />}
      {branch && <input type="hidden" name="seen" value={branch.version} />}
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        required
        maxLength={60}
        hint={branch ? undefined : 'Its code, which links and files use, is made from it and never changes.'}
        defaultValue={keptValue(state, 'name') ?? branch?.name}
        error={fieldError(state, 'name')}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pending={pending}>{branch ? 'Save' : 'Add the branch'}</SubmitButton>
        <SavedNote shown={state.status === 'done' && !pending}>Saved. It shows everywhere at once.</SavedNote>
      </div>
    </form>
  )
}
