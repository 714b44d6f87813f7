'use client'

import { type FormEvent, useRef, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'

type ReasonDialogProps = {
  label: string
  kind: 'plain' | 'danger'
  pending: boolean
  onSubmit: (reason: string) => Promise<boolean>
}

/** A button that asks why before it does something. */
export function ReasonDialog({ label, kind, pending, onSubmit }: ReasonDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const close = () => dialog.current?.close()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const field = event.currentTarget.elements.namedItem('reason')
    const reason = field instanceof HTMLInputElement ? field.value.trim() : ''
    setProblem(reason === '' ? 'Say why.' : null)
    if (reason === '') return
    await onSubmit(reason)
    // What became of it stands on the page.
    close()
  }
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()} className={buttonStyle(kind)}>
        {label}
      </button>
      <Dialog ref={dialog} title={label}>
        <form onSubmit={submit} noValidate className="mt-4 grid gap-4">
          <TextField
            label="Reason"
            name="reason"
            autoComplete="off"
            dir="auto"
            required
            maxLength={500}
            hint="It stays in the order’s history."
            error={problem}
          />
          <div className="flex flex-wrap justify-end gap-2">
            <button type="button" onClick={close} className={buttonStyle()}>
              Keep it as it is
            </button>
            <SubmitButton pending={pending} kind={kind === 'danger' ? 'destructive' : 'primary'}>
              {label}
            </SubmitButton>
          </div>
        </form>
      </Dialog>
    </>
  )
}
