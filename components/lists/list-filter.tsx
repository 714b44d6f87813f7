import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
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
const QUIET_MS = 600

/**
 * Asks once the typing has been quiet for a moment, at Enter and when the field is left, and never loses the focus. While
 * a year is typed the input gives the years 2, 20 and 202 too, for which nobody asks.
 */
function DayFilter({ field, value, onChange }: ListFilterProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const asked = useRef(value)
  const [typed, setTyped] = useState(value)
  const ask = () => {
    if (!input.current) return
    const { value: day, validity } = input.current
    const isHalfTyped = day === '' ? validity.badInput : Number(day.slice(0, 4)) < FIRST_YEAR
    if (day === asked.current || isHalfTyped) return
    asked.current = day
    onChange(day || null)
  }
  const onQuiet = useEffectEvent(ask)
  useEffect(() => {
    if (value === asked.current || !input.current) return
    asked.current = value
    input.current.value = value
    setTyped(value)
  }, [value])
  useEffect(() => {
    if (typed === asked.current) return
    const timer = setTimeout(() => onQuiet(), QUIET_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-ink-soft text-xs">
        {field.label}
      </label>
      <input
        ref={input}
        id={id}
        type="date"
        name={field.name}
        defaultValue={value}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={ask}
        onKeyDown={({ key }) => key === 'Enter' && ask()}
        className="h-10 w-full rounded-box border border-line bg-surface px-3 text-base transition-colors duration-150 hover:border-line-strong md:w-36 md:px-2 md:text-sm"
      />
    </div>
  )
}
