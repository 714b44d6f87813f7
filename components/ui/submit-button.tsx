import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonStyle } from './button-style'

type SubmitButtonProps = {
  pending: boolean
  kind?: Parameters<typeof buttonStyle>[0]
  className?: string
  children: ReactNode
}

/** Sends its form; while that is under way it says so and does nothing. It stays focusable all the while. */
export function SubmitButton({ pending, kind = 'primary', className, children }: SubmitButtonProps) {
  return (
    <button type="submit" aria-disabled={pending} aria-busy={pending} className={buttonStyle(kind, className)}>
      {pending && <LoaderCircle aria-hidden="true" className="size-4 animate-spin motion-reduce:hidden" />}
      {children}
    </button>
  )
}
