'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { PasswordField } from '@/components/ui/password-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError, keptValue } from '@/lib/form-state'
import { PASSWORD_HINT } from './password-hint'

type JoinFormProps = { action: FormAction; token: string; email: string; name: string }

/** Whoever was invited says how they are called and chooses a password; the rest was settled by the invitation. */
export function JoinForm({ action, token, email, name }: JoinFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  return (
    <form {...formProps} className="grid gap-4">
      <FormProblem state={state} pending={pending} />
      <input type="hidden" name="token" value={token} />
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        required
        maxLength={200}
        defaultValue={keptValue(state, 'name') ?? name}
        error={fieldError(state, 'name')}
      />
      <TextField
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        readOnly
        hint="You sign in with it."
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        hint={PASSWORD_HINT}
        error={fieldError(state, 'password')}
      />
      <SubmitButton pending={pending} className="mt-1">
        Create my account
      </SubmitButton>
    </form>
  )
}
