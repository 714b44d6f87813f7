'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'
import { FormProblem } from '@/components/ui/form-problem'
import { SubmitButton } from '@/components/ui/submit-button'
import { useSentForm } from '@/components/ui/use-sent-form'
import type { FormAction } from '@/lib/form-state'

type ConfirmedActionProps = {
  action: FormAction
  /** What the form says besides its button: the ids that it is about. */
  values: Record<string, string>
  /** On the button that asks, and on the one that does it. */
  label: string
  /** What the button is about, for who hears it among others alike. */
  about?: string
  title: string
  /** What will happen, and whether it can be undone. */
  children: ReactNode
  kind?: 'plain' | 'danger'
}

/** A button that takes something away: it first says what will happen, and does it only when told again. */
export function ConfirmedAction(props: ConfirmedActionProps) {
  const { action, values, label, about, title, children, kind = 'danger' } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const { state, pending, formProps } = useSentForm(action)
  useEffect(() => {
    if (state.status === 'done') dialog.current?.close()
  }, [state])
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()} className={buttonStyle(kind)}>
        {label}
        {about && <span className="sr-only"> {about}</span>}
      </button>
      <Dialog ref={dialog} title={title}>
        <div className="mt-2 text-ink-soft text-sm">{children}</div>
        <form {...formProps} className="mt-5 grid gap-3">
          <FormProblem state={state} pending={pending} />
          {Object.entries(values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div className="flex flex-wrap justify-end gap-2">
            <button type="button" onClick={() => dialog.current?.close()} className={buttonStyle()}>
              Cancel
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
