'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { SubmitButton } from '@/components/ui/submit-button'
import { useSentForm } from '@/components/ui/use-sent-form'
import { RESET_LINK_HOURS } from '@/lib/accounts/limits'
import type { MadeLink } from '@/lib/accounts/people'
import type { FormAction } from '@/lib/form-state'
import { MadeLinkNote } from './made-link'

/** Makes a link by which somebody sets a new password; the present one works until then. */
export function ResetLinkMaker({ action, personId }: { action: FormAction<MadeLink>; personId: string }) {
  const { state, pending, formProps } = useSentForm(action)
  return (
    <div className="grid gap-4">
      {state.status === 'done' && (
        <MadeLinkNote made={state.done}>
          It works once, for {RESET_LINK_HOURS} hours, and is not shown again. A link made before no longer works.
        </MadeLinkNote>
      )}
      <form {...formProps} className="grid justify-items-start gap-3">
        <FormProblem state={state} pending={pending} />
        <input type="hidden" name="person_id" value={personId} />
        <SubmitButton pending={pending} kind="plain">
          {state.status === 'done' ? 'Make another link' : 'Make a link'}
        </SubmitButton>
      </form>
    </div>
  )
}
