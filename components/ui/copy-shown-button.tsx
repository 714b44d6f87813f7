'use client'

import { Check, type LucideIcon } from 'lucide-react'
import { useRef, useState } from 'react'
import { buttonStyle } from './button-style'
import { type Content, copyContent } from './copy-content'
import { Dialog } from './dialog'
import { inputStyle } from './input-style'

type CopyShownButtonProps = {
  icon: LucideIcon
  label: string
  /** Made when it is asked for. */
  copied: () => Content
  /** What was copied, as a sentence: seen behind the button and read out. */
  said: string
  className?: string
}

/** Copies; where the browser does not allow it, the text is shown and selected, for the keyboard to copy. */
export function CopyShownButton({ icon, label, copied, said, className }: CopyShownButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [done, setDone] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const Icon = done ? Check : icon
  const copy = async () => {
    const content = copied()
    setDone(false)
    if (await copyContent(content)) return setDone(true)
    setShown(content.text)
    dialog.current?.showModal()
  }
  return (
    <>
      <button
        type="button"
        onClick={copy}
        onBlur={() => setDone(false)}
        title={done ? said : label}
        aria-label={label}
        className={buttonStyle('plain', className)}
      >
        <Icon aria-hidden="true" className="size-4" />
        <span className="max-xl:hidden">{done ? 'Copied' : label}</span>
      </button>
      <p role="status" className="sr-only">
        {done && said}
      </p>
      <Dialog ref={dialog} title={label}>
        <p className="mt-1 text-ink-soft text-sm">
          This browser does not let a page copy. The text is selected: copy it by the keyboard.
        </p>
        {shown !== null && (
          <textarea
            ref={selectAll}
            key={shown}
            readOnly
            rows={4}
            aria-label="The text to copy"
            defaultValue={shown}
            className={inputStyle('mt-3 h-auto py-2 font-mono')}
          />
        )}
        <div className="mt-4 flex justify-end">
          <button type="button" onClick={() => dialog.current?.close()} className={buttonStyle('primary')}>
            Done
          </button>
        </div>
      </Dialog>
    </>
  )
}

function selectAll(field: HTMLTextAreaElement | null): void {
  field?.focus()
  field?.select()
}
