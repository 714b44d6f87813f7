import clsx from 'clsx'
import { type ReactNode, useId } from 'react'

type ChoiceSetProps = { legend: string; error?: string | null; className?: string; children: ReactNode }

/** Choices that belong together, under one name and with one error. */
export function ChoiceSet({ legend, error = null, className, children }: ChoiceSetProps) {
  const errorId = useId()
  return (
    <fieldset
      aria-describedby={error ? errorId : undefined}
      aria-invalid={error ? true : undefined}
      tabIndex={-1}
      className={clsx('outline-none', className)}
    >
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {error && (
        <p id={errorId} className="mb-1 text-bad text-sm">
          {error}
        </p>
      )}
      {children}
    </fieldset>
  )
}
