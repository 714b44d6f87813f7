'use client'

import type { ReactNode } from 'react'
import { FormProblem } from '@/components/ui/form-problem'
import { PasswordField } from '@/components/ui/password-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError } from '@/lib/form-state'
import { PASSWORD_HINT } from './password-hint'

type NewPasswordFormProps = { action: FormAction; token: string; email: string; children: ReactNode }

/** A new password for the holder of a link; `children` is what the button says. */
export function NewPasswordForm({ action, token, email, children }: NewPasswordFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  return (
    <form {...formProps} className="grid gap-4">
      <FormProblem state={state} pending={pending} />
      <input type="hidden" name="token" value={token} />
      <HiddenUsername email={email} />
      <PasswordField
        label="New password"
        name="password"
        autoComplete="new-password"
        hint={PASSWORD_HINT}
        error={fieldError(state, 'password')}
      />
      <SubmitButton pending={pending} className="mt-1">
        {children}
      </SubmitButton>
    </form>
  )
}

/** Tells a password manager whose password this is; nothing reads it on the server. */
export function HiddenUsername({ email }: { email: string }) {
  return <input type="email" autoComplete="username" value={email} readOnly hidden />
}
