import type { ReactNode } from 'react'
import { Field } from './field'
import { inputStyle } from './input-style'

type TextLinesFieldProps = {
  label: string
  name: string
  hint?: ReactNode
  error?: string | null
  defaultValue?: string
  value?: string
  onChange?: (text: string) => void
}

const LENGTH_CAP = 20_000

/** Several lines: a text, or several short ones. */
export function TextLinesField({ label, hint, error = null, onChange, ...textarea }: TextLinesFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...textarea}
          {...control}
          onChange={onChange && ((event) => onChange(event.target.value))}
          rows={3}
          maxLength={LENGTH_CAP}
          className={inputStyle('h-auto resize-y py-2')}
        />
      )}
    </Field>
  )
}
