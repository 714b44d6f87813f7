'use client'

import { useState } from 'react'
import { useDraft } from '@/components/entry/use-draft'
import { useEntryForm } from '@/components/entry/use-entry-form'
import { useSubmission } from '@/components/entry/use-submission'
import type { FoundCustomer } from '@/lib/customers/finding'
import { type EntryChoices, onlyBranch } from '@/lib/entry/choices'
import { blankTexts, type Draft, maybeSaved, renewed } from '@/lib/entry/draft'
import {
  NEW_ORDER_FIELDS,
  type NewOrderField,
  type NewOrderTexts,
  newOrderBody,
  newOrderProblems,
} from '@/lib/entry/new-order-texts'
import { newOrderSchema, orderMadeSchema } from '@/lib/orders/contract'
import { useBoundDraft } from './use-bound-draft'
import { type ReadCustomer, useChosenCustomer } from './use-chosen-customer'
import { useNewOrderUrl } from './use-new-order-url'

/** What was taken, as far as the page still knows it. */
export type SavedOrder = { name: string; earlier: boolean }

/** An order that is being taken: the customer is in the URL, the draft in the tab, the answer in the database. */
export function useNewOrder(choices: EntryChoices, personId: string, read: ReadCustomer) {
  const url = useNewOrderUrl()
  const { customerId } = url
  const chosen = useChosenCustomer(customerId, read)
  const { customer } = chosen
  const known = { branch: onlyBranch(choices) ?? '' }
  // An order that was begun for somebody else is not theirs, nor is one that may be saved for somebody else.
  const goesOn = ({ texts, sent }: Draft<NewOrderField>) =>
    customerId === null || texts.customer_id === customerId || (texts.customer_id === '' && sent.length === 0)
  const kept = useDraft({ kind: 'order', personId, about: customerId, fields: NEW_ORDER_FIELDS, known, goesOn })
  useBoundDraft(url, kept, customer)
  const form = useEntryForm(kept, 'order')
  const [saved, setSaved] = useState<SavedOrder | null>(null)
  const submission = useSubmission({
    url: '/api/orders',
    schema: orderMadeSchema,
    kept,
    onSaved: ({ answer, earlier }) => {
      setSaved({ name: customer?.full_name ?? '', earlier })
      url.showDone(answer)
      kept.restart()
    },
    onRefused: form.tell,
  })
  const { draft } = kept
  // Until the browser has looked for what was typed before, the form stands there blank, and takes nothing.
  const texts = textsFor(draft?.texts ?? blankTexts(NEW_ORDER_FIELDS, known), customer)
  const submit = (asNew = false) => {
    if (!draft) return
    const wrong = newOrderProblems(texts, choices, new Date())
    form.tell(wrong)
    if (wrong.length > 0) return
    submission.send(asNew ? renewed(draft) : draft, JSON.stringify(newOrderSchema.parse(newOrderBody(texts, choices))))
  }
  const begin = (next: FoundCustomer | null) => {
    chosen.pick(next)
    submission.dismiss()
    form.tell([])
    url.choose(next?.id ?? null)
  }
  const choose = (next: FoundCustomer | null) => {
    const changed = { customer_id: next?.id ?? '', vehicle_id: '' }
    kept.update((before) => ({ ...before, texts: { ...before.texts, ...changed } }))
    kept.moveTo(next?.id ?? null)
    begin(next)
  }
  const startOver = () => {
    kept.restart()
    kept.moveTo(null)
    setSaved(null)
    begin(null)
  }
  const unsure = draft !== null && maybeSaved(draft)
  return { url, kept, texts, chosen, known, form, saved, submission, unsure, submit, choose, startOver }
}
export type NewOrderState = ReturnType<typeof useNewOrder>

/** The texts as they stand for this customer: a vehicle that is not theirs is none. */
function textsFor(texts: NewOrderTexts, customer: FoundCustomer | null): NewOrderTexts {
  const own = customer?.vehicles.some(({ id }) => id === texts.vehicle_id) ?? false
  return { ...texts, customer_id: customer?.id ?? '', vehicle_id: own ? texts.vehicle_id : '' }
}
