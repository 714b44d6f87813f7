'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormResult } from '@/lib/accounts/form-result'
import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import * as customers from '@/lib/server/customers/manage-merges'

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

/** The profile shows what there is now, also where somebody else was faster. */
async function shownAnew(work: Promise<FormResult>): Promise<FormResult> {
  const result = await work
  refresh()
  return result
}
