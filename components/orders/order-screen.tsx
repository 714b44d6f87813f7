'use client'

import { useState } from 'react'
import { SavedNote } from '@/components/ui/saved-note'
import type { Business } from '@/lib/business'
import type { Vehicle } from '@/lib/customers/contract'
import type { EntryChoices } from '@/lib/entry/choices'
import type { OrderWords } from '@/lib/orders/changes-in-words'
import type { Order } from '@/lib/orders/contract'
import type { Role } from '@/lib/roles'
import { OrderActions } from './order-actions'
import { OrderConflictNotice } from './order-conflict-notice'
import { type EditedOrder, OrderEditForm } from './order-edit-form'
import { OrderFailure } from './order-failure'
import { OrderHistory } from './order-history'
import { OrderSummary } from './order-summary'
import { useFocusKept } from './use-focus-kept'
import { useOrder } from './use-order'

type OrderScreenProps = {
  opened: Order
  business: Business
  role: Role
  /** What may be chosen; null for whoever only reads. */
  choices: EntryChoices | null
  vehicles: readonly Vehicle[]
}

/** One order: what it is, what can be done with it, and what became of it so far. */
export function OrderScreen({ opened, business, role, choices, vehicles }: OrderScreenProps) {
  const { heading, acted } = useFocusKept()
  const state = useOrder(opened, acted)
  const { order, conflict, failure, change, takeTheirs } = state
  const [edited, setEdited] = useState<EditedOrder | null>(null)
  const words: OrderWords = { business, plates: new Map(vehicles.map(({ id, plate }) => [id, plate])) }
  const open = () => {
    acted()
    state.reset()
    setEdited({ order, version: order.version })
  }
  const close = () => {
    acted()
    setEdited(null)
  }
  return (
    <div className="mt-5 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-4">
        {conflict && (
          <OrderConflictNotice
            {...{ conflict, words, choices }}
            pending={state.pending}
            onApply={async () => {
              setEdited((form) => form && { ...form, version: conflict.present.version })
              if (await change({ ...conflict.change, version: conflict.present.version })) close()
            }}
            onTakeTheirs={() => {
              takeTheirs()
              close()
            }}
          />
        )}
        {failure && !edited && <OrderFailure failure={failure} />}
        {edited && choices ? (
          <OrderEditForm {...{ edited, business, choices, vehicles, state }} headingRef={heading} onClose={close} />
        ) : (
          <OrderSummary {...{ order, business, words }} headingRef={heading}>
            {choices && <OrderActions {...{ order, role, state }} onEdit={open} />}
          </OrderSummary>
        )}
        <SavedNote shown={state.saved && !edited}>Saved.</SavedNote>
      </div>
      <OrderHistory order={order} words={words} />
    </div>
  )
}
