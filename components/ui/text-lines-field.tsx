import type { ReactNode } from 'react'
import { Field } from './field'
import { inputStyle } from './input-style'

type TextLinesFieldProps = {
  label: string
  name: string
  hint?: ReactNode
  error?: string | null
  defaultValue?: string
}

const LENGTH_CAP = 20_000

/** Several short texts, one a line. */
export function TextLinesField({ label, hint, error = null, ...textarea }: TextLinesFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...textarea}
          {...control}
          rows={3}
          maxLength={LENGTH_CAP}
          className={inputStyle('h-auto resize-y py-2')}
        />
      )}
    </Field>
  )
}
