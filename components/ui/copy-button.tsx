'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { buttonStyle } from './button-style'
import { copyText } from './copy-text'

type CopyButtonProps = { label: string; text: string }

/** Takes a text along at a press; says when that was not possible. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<{ text: string; done: boolean } | null>(null)
  // Another text has not been copied yet.
  const done = outcome?.text === text ? outcome.done : null
  const copy = async () => setOutcome({ text, done: await copyText(text) })
  return (
    <span className="inline-flex items-center gap-2">
      <button type="button" onClick={copy} className={buttonStyle()}>
        {done ? <Check aria-hidden="true" className="size-4" /> : <Copy aria-hidden="true" className="size-4" />}
        {done ? 'Copied' : label}
      </button>
      <span role="status" className={done === false ? 'text-ink-soft text-xs' : 'sr-only'}>
        {done !== null && (done ? `${label}: copied` : 'The browser did not allow to copy.')}
      </span>
    </span>
  )
}
