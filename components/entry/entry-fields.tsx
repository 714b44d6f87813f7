import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from 'react'
import { ChoiceField } from '@/components/ui/choice-field'
import { TextField } from '@/components/ui/text-field'
import { TextLinesField } from '@/components/ui/text-lines-field'
import type { EntryFields } from './use-entry-form'

type Entry<Field extends string> = { fields: EntryFields<Field>; field: Field; label: string; hint?: ReactNode }

type TextEntryProps<Field extends string> = Entry<Field> &
  Pick<InputHTMLAttributes<HTMLInputElement>, 'inputMode' | 'autoCapitalize' | 'required'> & {
    type?: HTMLInputTypeAttribute
  }

/** More than any field takes, so that what is too long is refused and never silently cut. */
const LENGTH_CAP = 20_000

/** One line of a draft. The browser fills nothing in: what it knows is whoever sits at the counter. */
export function TextEntry<Field extends string>({ fields, field, ...input }: TextEntryProps<Field>) {
  return (
    <TextField
      {...input}
      name={field}
      autoComplete="off"
      maxLength={LENGTH_CAP}
      dir={input.type === 'date' ? undefined : 'auto'}
      value={fields.text(field)}
      error={fields.problem(field)}
      onChange={(event) => fields.change(field, event.target.value)}
    />
  )
}

/** Several lines of a draft. */
export function LinesEntry<Field extends string>({ fields, field, label, hint }: Entry<Field>) {
  return (
    <TextLinesField
      label={label}
      name={field}
      hint={hint}
      value={fields.text(field)}
      error={fields.problem(field)}
      onChange={(text) => fields.change(field, text)}
    />
  )
}

type ChoiceEntryProps<Field extends string> = Entry<Field> & {
  options: readonly { value: string; label: string }[]
  /** What stands where nothing was chosen. */
  unchosen?: string
  /** What is meant as long as nothing was chosen. */
  fallback?: string
}

/** One of several choices of a draft. */
export function ChoiceEntry<Field extends string>(props: ChoiceEntryProps<Field>) {
  const { fields, field, options, unchosen, fallback = '', ...rest } = props
  return (
    <ChoiceField
      {...rest}
      name={field}
      autoComplete="off"
      options={unchosen === undefined ? options : [{ value: '', label: unchosen }, ...options]}
      value={fields.text(field) || fallback}
      error={fields.problem(field)}
      onChange={(value) => fields.change(field, value)}
    />
  )
}
