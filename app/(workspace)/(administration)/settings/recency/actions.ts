'use server'

import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import * as settings from '@/lib/server/settings/manage-settings'
import { shownAnew } from '@/lib/server/shown-anew'

const FIELDS = ['at_risk_after_days', 'lapsed_after_days', 'dormant_after_days', 'own_rhythm'] as const

export async function setRecencyBands(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('set recency bands', form, FIELDS, () => shownAnew(settings.editRecencyBands(formTexts(form))))
}

export async function followBusiness(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('follow business', form, [], () => shownAnew(settings.clearRecencyBands(formTexts(form))))
}
