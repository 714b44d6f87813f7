'use server'

import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import { endKey, makeKey } from '@/lib/server/auth/manage-keys'
import { shownAnew } from '@/lib/server/shown-anew'
import { ACCESS_FIELDS, accessTexts } from '../access-texts'

type NewKey = { key: string }

export async function createKey(_: FormState<NewKey>, form: FormData): Promise<FormState<NewKey>> {
  return answerForm('create key', form, ['name', 'days', ...ACCESS_FIELDS], () => makeKey(accessTexts(form)))
}

export async function revokeKey(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('revoke key', form, [], () => shownAnew(endKey(formTexts(form))))
}
