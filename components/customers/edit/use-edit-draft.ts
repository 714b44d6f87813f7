'use client'

import { useEffect, useRef, useState } from 'react'
import type { EntryFields } from '@/components/entry/use-entry-form'
import { draftAfter, draftOf } from '@/lib/customers/edit-draft'
import { type CustomerToEdit, EDIT_FIELDS, type Edited, type EditField, editTexts } from '@/lib/customers/editing'
import { type FormState, fieldError, keptValue } from '@/lib/form-state'

/** The texts of an edit, brought together with what somebody else has made of the customer meanwhile. */
export function useEditDraft(customer: CustomerToEdit, state: FormState<Edited>) {
  const [draft, setDraft] = useState(() => openedWith(customer, state))
  const handled = useRef(state)
  useEffect(() => {
    if (handled.current === state) return
    handled.current = state
    const conflict = conflictOf(state)
    if (conflict) setDraft((before) => draftAfter(before, conflict))
  }, [state])
  const change = (field: EditField, text: string) =>
    setDraft((before) => ({ ...before, texts: { ...before.texts, [field]: text } }))
  const fields: EntryFields<EditField> = {
    text: (field) => draft.texts[field],
    problem: (field) => fieldError(state, field),
    change,
  }
  return { draft, fields }
}

/** Where the page was made anew by the form itself, it shows what was typed. */
function openedWith(customer: CustomerToEdit, state: FormState<Edited>) {
  const draft = draftOf(customer)
  const conflict = conflictOf(state)
  if (conflict) return draftAfter(draft, conflict)
  if (state.status !== 'refused') return draft
  const kept = EDIT_FIELDS.map((field) => [field, keptValue(state, field) ?? ''] as const)
  return { ...draft, texts: editTexts(Object.fromEntries(kept)) }
}

function conflictOf(state: FormState<Edited>) {
  return state.status === 'done' ? state.done.conflict : null
}
