'use client'

import { useRef } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'
import { FormProblem } from '@/components/ui/form-problem'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import { useSentForm } from '@/components/ui/use-sent-form'
import type { CustomerProfile } from '@/lib/customers/contract'
import { ERASE_WORD } from '@/lib/customers/erasing'
import { type FormAction, fieldError } from '@/lib/form-state'

type EraseCustomerProps = { customer: Pick<CustomerProfile['customer'], 'id' | 'version'>; erase: FormAction }

/** Erases a person for good: what will be gone is said first, and a word is typed to confirm it. */
export function EraseCustomer({ customer, erase }: EraseCustomerProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { state, pending, formProps } = useSentForm(erase)
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()} className={buttonStyle('danger')}>
        Erase
      </button>
      <Dialog ref={dialog} title="Erase this person?">
        <p className="mt-2 text-ink-soft text-sm">
          Their name, contacts, tax number, vehicles and notes are deleted, and whatever was written about their orders,
          also of those who were merged into them. Orders and amounts stay, so no figure changes. This can not be
          undone.
        </p>
        <form {...formProps} className="mt-4 grid gap-4">
          <FormProblem state={state} pending={pending} />
          <input type="hidden" name="customer_id" value={customer.id} />
          <input type="hidden" name="version" value={customer.version} />
          <TextField
            label={`Type ${ERASE_WORD} to confirm`}
            name="confirmation"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            error={fieldError(state, 'confirmation')}
          />
          <div className="flex flex-wrap justify-end gap-2">
            <button type="button" onClick={() => dialog.current?.close()} className={buttonStyle()}>
              Cancel
            </button>
            <SubmitButton pending={pending} kind="destructive">
              Erase for good
            </SubmitButton>
          </div>
        </form>
      </Dialog>
    </>
  )
}
