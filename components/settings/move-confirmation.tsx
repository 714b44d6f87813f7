'use client'

import { Info } from 'lucide-react'
import { FormProblem } from '@/components/ui/form-problem'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { useSentForm } from '@/components/ui/use-sent-form'
import type { FormAction } from '@/lib/form-state'
import { formatQuantity } from '@/lib/format/number'
import type { Move } from '@/lib/settings/contract'
import { beyondMoveLimit } from '@/lib/settings/move-limit'

type MoveConfirmationProps = { action: FormAction; move: Move; customers: number; toName: string }

/** Does what the preview shows, as long as it is still as many customers. */
export function MoveConfirmation({ action, move, customers, toName }: MoveConfirmationProps) {
  const { state, pending, formProps } = useSentForm(action)
  const refusal = beyondMoveLimit(customers)
  if (refusal !== null) return <Notice icon={Info}>{refusal}</Notice>
  return (
    <form {...formProps} className="grid gap-3">
      <FormProblem state={state} pending={pending} />
      {Object.entries({ ...move, expected: String(customers) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {customers === 0 ? (
        <p className="text-sm">Nobody in this group fits what you have chosen.</p>
      ) : (
        <>
          <p className="max-w-prose text-sm">
            From now on they are in <bdi>{toName}</bdi>, with all their orders, in every period. Their history keeps
            when they came; to undo it, move them back.
          </p>
          <SubmitButton pending={pending} className="justify-self-start">
            Move {formatQuantity(customers, 'customer')}
          </SubmitButton>
        </>
      )}
    </form>
  )
}
