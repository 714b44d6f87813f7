'use server'

import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import { changeName, changePassword, endOtherSessions, endSession } from '@/lib/server/auth/own-account'
import { shownAnew } from '@/lib/server/shown-anew'

export async function renameSelf(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('rename self', form, ['name'], () => shownAnew(changeName(formTexts(form))))
}

export async function changeOwnPassword(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('change own password', form, [], () => shownAnew(changePassword(formTexts(form))))
}

export async function endOther(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('end session', form, [], () => shownAnew(endSession(formTexts(form))))
}

export async function endOthers(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('end other sessions', form, [], () => shownAnew(endOtherSessions()))
}
