import type { InputHTMLAttributes, ReactNode } from 'react'
import { Field } from './field'
import { inputStyle } from './input-style'

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'> & {
  label: string
  name: string
  hint?: ReactNode
  error?: string | null
}

/** A line of text with its label. */
export function TextField({ label, hint, error = null, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <input {...input} {...control} className={inputStyle()} />}
    </Field>
  )
}
