import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'

type SelectFieldProps<Value extends string> = {
  label: string
  /** Where the select is part of a form that the browser itself may send. */
  name?: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  /** True where the label is only read, never seen. */
  labelHidden?: boolean
}

/** A native select; its label is read everywhere and, unless hidden, seen from 768 px. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, name, value, options, onChange, labelHidden = false } = props
  const id = useId()
  return (
    <div className="shrink-0 print:hidden">
      <label
        htmlFor={id}
        className={clsx('mb-1 block text-ink-soft text-xs', labelHidden ? 'sr-only' : 'max-md:sr-only')}
      >
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          name={name}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
          className="h-10 w-full appearance-none rounded-box border border-line bg-surface pr-9 pl-3 font-medium text-sm transition-colors duration-150 hover:border-line-strong"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" className="pointer-events-none absolute top-3 right-3 size-4 text-ink-soft" />
      </div>
    </div>
  )
}
