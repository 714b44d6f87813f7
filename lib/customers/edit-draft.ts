import { type Met, meetHalfway } from '@/lib/three-way'
import { type CustomerToEdit, EDIT_FIELDS, type EditConflict, type EditField, type EditTexts } from './editing'

/** What stands in the form of an edit, of which version; `met` is what somebody else changed while it was open. */
export type EditDraft = {
  customer: CustomerToEdit
  texts: EditTexts
  met: Pick<Met<EditField>, 'taken' | 'clashing'> | null
}

/** The form as it opens. */
export function draftOf(customer: CustomerToEdit): EditDraft {
  return { customer, texts: customer.texts, met: null }
}

/** The form after somebody else was faster: what they changed alone is taken, what was typed stays. */
export function draftAfter(draft: EditDraft, { present, typed }: EditConflict): EditDraft {
  const { texts, taken, clashing } = meetHalfway(EDIT_FIELDS, {
    base: draft.customer.texts,
    mine: typed,
    theirs: present.texts,
  })
  return { customer: present, texts, met: { taken, clashing } }
}
