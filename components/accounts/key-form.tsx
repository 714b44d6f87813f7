'use client'

import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'
import { ChoiceField } from '@/components/ui/choice-field'
import { FormProblem } from '@/components/ui/form-problem'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError, keptValue } from '@/lib/form-state'
import { AccessFields, type GivableBranches, NEW_ACCESS } from './access-fields'
import { ShownOnce } from './shown-once'

type KeyFormProps = { action: FormAction<{ key: string }>; branches: GivableBranches }

const LIFETIMES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
  { value: '', label: 'Until it is revoked' },
]

/** What a program may do, as whom and for how long; the answer is its key. */
export function KeyForm({ action, branches }: KeyFormProps) {
  const { state, pending, formProps } = useSentForm(action)
  if (state.status === 'done') {
    return (
      <div className="grid gap-4">
        <ShownOnce label="Key" value={state.done.key}>
          <p className="font-medium">Copy this key now: it is not shown again, for only its hash is kept.</p>
          <p className="mt-1">
            Programs send it as <code className="font-mono text-xs">Authorization: Bearer …</code>
          </p>
        </ShownOnce>
        <Link href="/keys" className={buttonStyle('plain', 'justify-self-start')}>
          Back to keys
        </Link>
      </div>
    )
  }
  return (
    <form {...formProps} className="grid gap-5">
      <FormProblem state={state} pending={pending} />
      <TextField
        label="What it is for"
        name="name"
        autoComplete="off"
        required
        maxLength={100}
        hint="Such as “accounting export”."
        defaultValue={keptValue(state, 'name')}
        error={fieldError(state, 'name')}
      />
      <ChoiceField
        label="Works for"
        name="days"
        options={LIFETIMES}
        defaultValue={keptValue(state, 'days') ?? '90'}
        error={fieldError(state, 'days')}
      />
      <AccessFields access={NEW_ACCESS} branches={branches} state={state} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pending={pending}>Create the key</SubmitButton>
        <Link href="/keys" className={buttonStyle('quiet')}>
          Cancel
        </Link>
      </div>
    </form>
  )
}
