'use client'

import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { buttonStyle } from './button-style'
import { copyText } from './copy-text'
import { inputStyle } from './input-style'

/** A text that is to be taken along: selected at a touch, copied at a press, also where the clipboard is closed to pages. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    setCopied(await copyText(value))
  }
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium text-sm">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          className={inputStyle('min-w-0 flex-1 font-mono')}
        />
        <button type="button" onClick={copy} className={buttonStyle('plain', 'shrink-0')}>
          {copied ? <Check aria-hidden="true" className="size-4" /> : <Copy aria-hidden="true" className="size-4" />}
          {copied ? 'Copied' : 'Copy'}
        </button>
      </div>
      <p role="status" className="sr-only">
        {copied && `${label}: copied`}
      </p>
    </div>
  )
}
