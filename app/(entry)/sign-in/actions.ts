'use server'

import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import { signIn } from '@/lib/server/auth/sign-in'
import { enter } from '../enter'

export async function enterByPassword(_: FormState, form: FormData): Promise<FormState> {
  const texts = formTexts(form)
  return answerForm('sign in', form, ['email'], () => enter(signIn(texts), texts.next))
}
