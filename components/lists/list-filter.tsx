import { useId } from 'react'
import { SelectField } from '@/components/ui/select-field'
import type { ListField } from './list-field'

type ListFilterProps = {
  field: ListField
  /** Empty where everything is asked for. */
  value: string
  /** Null where everything is asked for. */
  onChange: (value: string | null) => void
}

/** One filter of a list. A value that the list does not know reads as everything, as the list itself has it. */
export function ListFilter({ field, value, onChange }: ListFilterProps) {
  if (field.kind === 'day') return <DayFilter {...{ field, value, onChange }} />
  const { name, label, none, options } = field
  return (
    <SelectField
      label={label}
      name={name}
      value={options.some((option) => option.value === value) ? value : none}
      options={options}
      onChange={(chosen) => onChange(chosen === none ? null : chosen)}
    />
  )
}

const FIRST_YEAR = 1900

/** While a year is typed a date input gives the years 2, 20 and 202 too, for which nobody asks. */
function DayFilter({ field, value, onChange }: ListFilterProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-ink-soft text-xs">
        {field.label}
      </label>
      <input
        id={id}
        key={value}
        type="date"
        name={field.name}
        defaultValue={value}
        onChange={({ target }) => {
          const day = target.value
          if (day === '' ? value !== '' && !target.validity.badInput : Number(day.slice(0, 4)) >= FIRST_YEAR)
            onChange(day || null)
        }}
        className="h-10 w-full rounded-box border border-line bg-surface px-3 text-base transition-colors duration-150 hover:border-line-strong md:w-36 md:px-2 md:text-sm"
      />
    </div>
  )
}
