'use client'

import { useEffect } from 'react'
import { FormProblem } from '@/components/ui/form-problem'
import { PasswordField } from '@/components/ui/password-field'
import { SavedNote } from '@/components/ui/saved-note'
import { SubmitButton } from '@/components/ui/submit-button'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError } from '@/lib/form-state'
import { HiddenUsername } from './new-password-form'
import { PASSWORD_HINT } from './password-hint'

/** The present password proves who asks; every other session ends with the change. */
export function ChangePasswordForm({ action, email }: { action: FormAction; email: string }) {
  const { state, pending, formProps } = useSentForm(action)
  const { ref } = formProps
  useEffect(() => {
    if (state.status === 'done') ref.current?.reset()
  }, [state, ref])
  return (
    <form {...formProps} className="grid max-w-sm gap-4">
      <FormProblem state={state} pending={pending} />
      <HiddenUsername email={email} />
      <PasswordField
        label="Present password"
        name="current_password"
        autoComplete="current-password"
        error={fieldError(state, 'current_password')}
      />
      <PasswordField
        label="New password"
        name="new_password"
        autoComplete="new-password"
        hint={PASSWORD_HINT}
        error={fieldError(state, 'new_password')}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pending={pending} kind="plain">
          Change the password
        </SubmitButton>
        <SavedNote shown={state.status === 'done' && !pending}>Changed. Your other sessions have ended.</SavedNote>
      </div>
    </form>
  )
}
