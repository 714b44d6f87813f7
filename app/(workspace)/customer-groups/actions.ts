'use server'

import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import { shownAnew } from '@/lib/server/shown-anew'
import { changeViews } from '@/lib/server/views/change-views'

export async function changeOwnViews(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('change views', form, ['name'], () => shownAnew(changeViews(formTexts(form))))
}
