'use server'

import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import { completeSetup } from '@/lib/server/auth/setup'
import { enter } from '../enter'

const SHOWN_AGAIN = ['name', 'email', 'business_name', 'time_zone', 'currency', 'country', 'branches']

export async function setUp(_: FormState, form: FormData): Promise<FormState> {
  const { branches, ...texts } = formTexts(form)
  const names = branches?.split('\n').map((line) => line.trim())
  return answerForm('set up', form, SHOWN_AGAIN, () =>
    enter(completeSetup({ ...texts, branches: names?.filter((name) => name !== '') })),
  )
}
