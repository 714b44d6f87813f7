'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { PasswordField } from '@/components/ui/password-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError, keptValue } from '@/lib/form-state'
import { PASSWORD_HINT } from './password-hint'
import { SetupBusinessFields, type SetupBusinessProps } from './setup-business-fields'

type SetupFormProps = Omit<SetupBusinessProps, 'state'> & { action: FormAction; token: string }

/** The first administrator, and what nobody has said of the business yet. */
export function SetupForm({ action, token, ...business }: SetupFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  const asksBusiness = Object.values(business.asks).some(Boolean)
  return (
    <form {...formProps} className="grid gap-6">
      <FormProblem state={state} pending={pending} />
      <input type="hidden" name="token" value={token} />
      <fieldset className="grid gap-4">
        <legend className="mb-3 font-semibold text-sm">You, the first administrator</legend>
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          defaultValue={keptValue(state, 'name')}
          error={fieldError(state, 'name')}
        />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          autoCapitalize="none"
          spellCheck={false}
          hint="You sign in with it."
          defaultValue={keptValue(state, 'email')}
          error={fieldError(state, 'email')}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="new-password"
          hint={PASSWORD_HINT}
          error={fieldError(state, 'password')}
        />
      </fieldset>
      {asksBusiness && <SetupBusinessFields {...business} state={state} />}
      <SubmitButton pending={pending}>Set up</SubmitButton>
    </form>
  )
}
