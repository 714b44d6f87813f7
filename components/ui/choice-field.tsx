import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Field } from './field'
import { inputStyle } from './input-style'

type ChoiceFieldProps = {
  label: string
  name: string
  options: readonly { value: string; label: string }[]
  defaultValue?: string
  /** Where the value is kept outside of the form, with `onChange`. */
  value?: string
  hint?: ReactNode
  error?: string | null
  autoComplete?: string
  onChange?: (value: string) => void
}

/** A native select of a form, which keeps its own value until the form is sent unless it is given one. */
export function ChoiceField({ label, hint, error = null, options, onChange, ...select }: ChoiceFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <select
            {...select}
            {...control}
            onChange={onChange && ((event) => onChange(event.target.value))}
            className={inputStyle('appearance-none pr-9')}
          >
            {options.map(({ value, label: words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden="true" className="pointer-events-none absolute top-3 right-3 size-4 text-ink-soft" />
        </div>
      )}
    </Field>
  )
}
