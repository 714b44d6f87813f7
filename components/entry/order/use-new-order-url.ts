'use client'

import { useQueryStates } from 'nuqs'
import { useCallback } from 'react'
import { idInUrl } from '@/components/entry/id-in-url'

const PARSERS = {
  customer: idInUrl,
  /** The order that was taken, once it is. */
  order: idInUrl,
}

/** Whose order it is, and which it became: ids alone. The server reads the customer anew where another one is chosen. */
export function useNewOrderUrl() {
  const [{ customer, order }, set] = useQueryStates(PARSERS, { history: 'replace', shallow: false })
  const choose = useCallback((id: string | null) => void set({ customer: id, order: null }), [set])
  const showDone = useCallback(
    (made: { customer_id: string; order_id: string }) =>
      void set({ customer: made.customer_id, order: made.order_id }, { shallow: true }),
    [set],
  )
  const done = customer !== null && order !== null ? { customerId: customer, orderId: order } : null
  return { customerId: customer, done, choose, showDone }
}
export type NewOrderUrl = ReturnType<typeof useNewOrderUrl>
