'use server'

import { redirect } from 'next/navigation'
import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import * as settings from '@/lib/server/settings/manage-settings'
import { shownAnew } from '@/lib/server/shown-anew'

export async function addBranch(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('add branch', form, ['name'], async () => {
    const result = await settings.createBranch(formTexts(form))
    return result.ok ? redirect('/settings/branches') : result
  })
}

export async function changeBranch(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('change branch', form, ['name'], () => shownAnew(settings.editBranch(formTexts(form))))
}

export async function archiveBranch(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('archive branch', form, [], () => shownAnew(settings.setBranchArchived(formTexts(form))))
}

export async function passBranch(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('pass branch', form, [], () => shownAnew(settings.reorderBranch(formTexts(form))))
}
