import type { ReactNode } from 'react'

type EntryFieldsetProps = { disabled: boolean; children: ReactNode }

/** The fields of a form that are sent together: what is under way is not changed meanwhile. */
export function EntryFieldset({ disabled, children }: EntryFieldsetProps) {
  return (
    <fieldset disabled={disabled} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
      {children}
    </fieldset>
  )
}
