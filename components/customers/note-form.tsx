'use client'

import { useEffect } from 'react'
import { FormProblem } from '@/components/ui/form-problem'
import { SendingId } from '@/components/ui/sending-id'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLinesField } from '@/components/ui/text-lines-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import { type FormAction, fieldError, keptValue } from '@/lib/form-state'

/** One more note; the field is empty again once it is kept. */
export function NoteForm({ action, customerId }: { action: FormAction; customerId: string }) {
  const { state, pending, formProps } = useSentForm(action)
  const form = formProps.ref
  useEffect(() => {
    if (state.status === 'done') form.current?.reset()
  }, [state, form])
  return (
    <form {...formProps} className="grid gap-3">
      <FormProblem state={state} pending={pending} />
      <input type="hidden" name="customer_id" value={customerId} />
      <SendingId state={state} />
      <TextLinesField
        label="New note"
        name="body"
        defaultValue={keptValue(state, 'body')}
        error={fieldError(state, 'body')}
      />
      <SubmitButton pending={pending} kind="plain" className="justify-self-start">
        Add the note
      </SubmitButton>
    </form>
  )
}
