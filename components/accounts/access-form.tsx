'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { SavedNote } from '@/components/ui/saved-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { useSentForm } from '@/components/ui/use-sent-form'
import type { FormAction } from '@/lib/form-state'
import { type Access, AccessFields, type GivableBranches } from './access-fields'

type AccessFormProps = { action: FormAction; personId: string; access: Access; branches: GivableBranches }

/** What somebody may do and see; it holds from their next request on. */
export function AccessForm({ action, personId, access, branches }: AccessFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem state={state} pending={pending} />
      <input type="hidden" name="person_id" value={personId} />
      <AccessFields access={access} branches={branches} state={state} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pending={pending}>Save</SubmitButton>
        <SavedNote shown={state.status === 'done' && !pending}>Saved. It holds from their next click on.</SavedNote>
      </div>
    </form>
  )
}
