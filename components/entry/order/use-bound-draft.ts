'use client'

import { useEffect } from 'react'
import type { KeptDraft } from '@/components/entry/use-draft'
import type { FoundCustomer } from '@/lib/customers/finding'
import type { NewOrderField } from '@/lib/entry/new-order-texts'
import type { NewOrderUrl } from './use-new-order-url'

/** Keeps the draft and the URL of one customer: who is opened is written down, and who was written down is opened. */
export function useBoundDraft(
  url: NewOrderUrl,
  { draft, update }: KeptDraft<NewOrderField>,
  customer: FoundCustomer | null,
): void {
  const { customerId, done, choose } = url
  const begunFor = draft?.texts.customer_id ?? ''
  const resumed = customerId === null && begunFor !== '' ? begunFor : null
  useEffect(() => {
    if (resumed) choose(resumed)
  }, [resumed, choose])
  const opened = draft && customer && !done && begunFor !== customer.id ? customer.id : null
  useEffect(() => {
    if (opened) update((before) => ({ ...before, texts: { ...before.texts, customer_id: opened, vehicle_id: '' } }))
  }, [opened, update])
}
