'use client'

import { useRef } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'

type StartOverProps = {
  title: string
  /** Whether an answer was lost, so that it may be saved. */
  unsure: boolean
  onStartOver: () => void
}

/** Empties a form, after asking: what was typed is kept nowhere else. */
export function StartOver({ title, unsure, onStartOver }: StartOverProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const startOver = () => {
    dialog.current?.close()
    onStartOver()
  }
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()} className={buttonStyle('quiet')}>
        Start over
      </button>
      <Dialog ref={dialog} title={title}>
        <p className="mt-2 text-sm">
          What was typed here is dropped.{' '}
          {unsure ? 'It may have been saved: look for the customer first.' : 'Nothing was saved.'}
        </p>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <button type="button" onClick={() => dialog.current?.close()} className={buttonStyle('quiet')}>
            Keep it
          </button>
          <button type="button" onClick={startOver} className={buttonStyle('destructive')}>
            Drop it
          </button>
        </div>
      </Dialog>
    </>
  )
}
