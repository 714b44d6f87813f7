'use client'

import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'
import { FormProblem } from '@/components/ui/form-problem'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { INVITATION_DAYS } from '@/lib/accounts/limits'
import type { MadeLink } from '@/lib/accounts/people'
import { type FormAction, fieldError, keptValue } from '@/lib/form-state'
import { AccessFields, type GivableBranches, NEW_ACCESS } from './access-fields'
import { MadeLinkNote } from './made-link'

type InviteFormProps = { action: FormAction<MadeLink>; branches: GivableBranches }

/** Whom to invite, as what; the answer is a link, which is theirs to open. */
export function InviteForm({ action, branches }: InviteFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  if (state.status === 'done') {
    return (
      <div className="grid gap-4">
        <MadeLinkNote made={state.done}>
          It works once, for {INVITATION_DAYS} days, and is not shown again: only its hash is kept.
        </MadeLinkNote>
        <Link href="/people" className={buttonStyle('plain', 'justify-self-start')}>
          Back to people
        </Link>
      </div>
    )
  }
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem state={state} pending={pending} />
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        required
        maxLength={200}
        defaultValue={keptValue(state, 'name')}
        error={fieldError(state, 'name')}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="off"
        required
        maxLength={254}
        autoCapitalize="none"
        spellCheck={false}
        hint="They sign in with it, and choose their password themselves."
        defaultValue={keptValue(state, 'email')}
        error={fieldError(state, 'email')}
      />
      <AccessFields access={NEW_ACCESS} branches={branches} state={state} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pending={pending}>Make the invitation</SubmitButton>
        <Link href="/people" className={buttonStyle('quiet')}>
          Cancel
        </Link>
      </div>
    </form>
  )
}
