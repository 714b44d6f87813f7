'use client'

import { buttonStyle } from '@/components/ui/button-style'
import type { OrderStatus } from '@/lib/definitions'
import type { Order } from '@/lib/orders/contract'
import { nextStatuses, type OrderRule } from '@/lib/orders/order-rules'
import { may, type Role } from '@/lib/roles'
import { ReasonDialog } from './reason-dialog'
import type { OrderState } from './use-order'

type OrderActionsProps = { order: Order; role: Role; state: OrderState; onEdit: () => void }

/** What this reader may do with the order in its state; what asks for a reason opens a form for it. */
export function OrderActions({ order, role, state, onEdit }: OrderActionsProps) {
  const { status, version } = order
  const offered = nextStatuses(status).filter(({ rule }) => may(role, rule))
  const editable = status !== 'cancelled' && may(role, status === 'completed' ? 'edit' : 'enter')
  if (offered.length === 0 && !editable) return null
  const move = (to: OrderStatus, reason: string | null) => state.change({ version, reason, changes: { status: to } })
  return (
    <div className="mt-5 flex flex-wrap gap-2 border-t pt-4">
      {offered.map(({ to, rule }) =>
        rule === 'enter' ? (
          <button
            key={to}
            type="button"
            aria-disabled={state.pending}
            onClick={() => !state.pending && move(to, null)}
            className={buttonStyle('primary')}
          >
            {labelOf(status, to, rule)}
          </button>
        ) : (
          <ReasonDialog
            key={to}
            label={labelOf(status, to, rule)}
            kind={to === 'cancelled' ? 'danger' : 'plain'}
            pending={state.pending}
            onSubmit={(reason) => move(to, reason)}
          />
        ),
      )}
      {editable && (
        <button type="button" onClick={onEdit} className={buttonStyle()}>
          Edit
        </button>
      )}
    </div>
  )
}

function labelOf(from: OrderStatus, to: OrderStatus, rule: OrderRule): string {
  if (to === 'cancelled') return 'Cancel the order'
  if (rule === 'edit') return to === 'created' ? 'Reopen as created' : 'Reopen as in progress'
  if (to === 'in_progress') return 'Start'
  return from === 'created' ? 'Complete at once' : 'Complete'
}
