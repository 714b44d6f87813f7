'use server'

import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import { resetPassword } from '@/lib/server/auth/by-link'
import { enter } from '../enter'

export async function reset(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('reset password', form, [], () => enter(resetPassword(formTexts(form))))
}
