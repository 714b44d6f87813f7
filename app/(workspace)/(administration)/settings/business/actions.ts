'use server'

import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import * as settings from '@/lib/server/settings/manage-settings'
import { shownAnew } from '@/lib/server/shown-anew'

export async function renameBusiness(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('rename business', form, ['name'], () => shownAnew(settings.editBusinessName(formTexts(form))))
}
