'use server'

import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import { acceptInvitation } from '@/lib/server/auth/by-link'
import { enter } from '../enter'

export async function join(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('join', form, ['name'], () => enter(acceptInvitation(formTexts(form))))
}
