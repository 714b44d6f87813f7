'use client'

import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { buttonStyle } from './button-style'
import { Field } from './field'
import { inputStyle } from './input-style'

type PasswordFieldProps = {
  label: string
  name: string
  autoComplete: 'current-password' | 'new-password'
  hint?: ReactNode
  error?: string | null
  autoFocus?: boolean
}

/** More than any password may have, so that one that is too long is refused and never silently cut. */
const LENGTH_CAP = 512

/** A password that can be looked at while it is typed; it is never filled in by the page. */
export function PasswordField({ label, hint, error = null, ...input }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <input
            {...input}
            {...control}
            type={shown ? 'text' : 'password'}
            required
            maxLength={LENGTH_CAP}
            spellCheck={false}
            autoCapitalize="none"
            className={inputStyle('pr-11')}
          />
          <button
            type="button"
            aria-pressed={shown}
            aria-label={`Show the ${label.toLowerCase()}`}
            onClick={() => setShown(!shown)}
            className={buttonStyle('quiet', 'absolute top-0 right-0 w-10 px-0 text-ink-soft')}
          >
            <Icon aria-hidden="true" className="size-4" />
          </button>
        </div>
      )}
    </Field>
  )
}
