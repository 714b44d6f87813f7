import { TriangleAlert } from 'lucide-react'
import type { FormState } from '@/lib/form-state'

/** Why a form was refused as a whole; read out when it appears, and focused where no single field is at fault. */
export function FormProblem({ state, pending }: { state: FormState; pending: boolean }) {
  // Gone while the form is sent again, so that the same refusal is read out once more.
  if (state.status !== 'refused' || pending) return null
  return (
    <p
      role="alert"
      tabIndex={-1}
      className="flex items-start gap-2.5 rounded-box border border-bad px-3 py-2.5 text-sm outline-none"
    >
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-bad" />
      {state.error}
    </p>
  )
}
