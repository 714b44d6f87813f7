'use client'

import { parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useCallback } from 'react'
import { idInUrl } from '@/components/entry/id-in-url'
import { REGISTRATION_STEPS, type RegistrationStep } from '@/lib/entry/registration-steps'

const PARSERS = {
  step: parseAsStringLiteral([...REGISTRATION_STEPS, 'done']).withDefault('who'),
  /** Whom and what was registered, where that is done. */
  customer: idInUrl,
  order: idInUrl,
}

/** The step in the URL, each a step back in the browser's history; what is done takes the place of the review. */
export function useRegistrationUrl() {
  const [{ step, customer, order }, set] = useQueryStates(PARSERS, { history: 'push' })
  const show = useCallback((next: RegistrationStep) => void set({ step: next, customer: null, order: null }), [set])
  const showDone = useCallback(
    (made: { customer_id: string; order_id: string | null }) =>
      void set({ step: 'done', customer: made.customer_id, order: made.order_id }, { history: 'replace' }),
    [set],
  )
  const done = step === 'done' && customer !== null ? { customerId: customer, orderId: order } : null
  return { step: step === 'done' ? ('who' as const) : step, done, show, showDone }
}
