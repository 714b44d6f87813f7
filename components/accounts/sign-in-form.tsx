'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { PasswordField } from '@/components/ui/password-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError, keptValue } from '@/lib/form-state'

type SignInFormProps = { action: FormAction; next: string }

/** E-mail and password. Which of the two was wrong is not told. */
export function SignInForm({ action, next }: SignInFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  return (
    <form {...formProps} className="grid gap-4">
      <FormProblem state={state} pending={pending} />
      <input type="hidden" name="next" value={next} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={keptValue(state, 'email')}
        error={fieldError(state, 'email')}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        error={fieldError(state, 'password')}
      />
      <SubmitButton pending={pending} className="mt-1">
        Sign in
      </SubmitButton>
    </form>
  )
}
