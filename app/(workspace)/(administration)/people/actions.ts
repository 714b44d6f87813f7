'use server'

import { redirect } from 'next/navigation'
import type { MadeLink } from '@/lib/accounts/people'
import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import * as people from '@/lib/server/auth/manage-people'
import { shownAnew } from '@/lib/server/shown-anew'
import { ACCESS_FIELDS, accessTexts } from '../access-texts'

export async function invite(_: FormState<MadeLink>, form: FormData): Promise<FormState<MadeLink>> {
  return answerForm('invite', form, ['name', 'email', ...ACCESS_FIELDS], () => people.invite(accessTexts(form)))
}

export async function withdrawInvitation(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('withdraw invitation', form, [], () => shownAnew(people.takeBackInvitation(formTexts(form))))
}

export async function changeAccess(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('change access', form, ACCESS_FIELDS, () => shownAnew(people.changePersonAccess(accessTexts(form))))
}

export async function makeResetLink(_: FormState<MadeLink>, form: FormData): Promise<FormState<MadeLink>> {
  return answerForm('make reset link', form, [], () => people.sendResetLink(formTexts(form)))
}

export async function disable(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('disable person', form, [], () => shownAnew(people.disable(formTexts(form))))
}

export async function enable(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('enable person', form, [], () => shownAnew(people.enable(formTexts(form))))
}

export async function remove(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('remove person', form, [], async () => {
    const result = await people.remove(formTexts(form))
    return result.ok ? redirect('/people') : result
  })
}
