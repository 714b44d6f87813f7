'use server'

import { redirect } from 'next/navigation'
import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import * as customers from '@/lib/server/customers/manage-merges'
import { shownAnew } from '@/lib/server/shown-anew'

export async function mergeCustomers(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('merge customers', form, [], async () => {
    const result = await customers.merge(formTexts(form))
    return result.ok ? redirect(`/customers/${encodeURIComponent(result.customerId)}`) : result
  })
}

export async function undoMerge(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('undo merge', form, [], () => shownAnew(customers.undo(formTexts(form))))
}

export async function eraseCustomer(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('erase customer', form, [], () => shownAnew(customers.erase(formTexts(form))))
}
