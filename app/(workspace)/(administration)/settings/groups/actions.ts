'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import * as settings from '@/lib/server/settings/manage-settings'
import { shownAnew } from '@/lib/server/shown-anew'
import { movedHref } from '@/lib/url/settings-url'

const FIELDS = ['name', 'color', 'requires_organization'] as const

export async function addGroup(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('add group', form, FIELDS, async () => {
    const result = await settings.createGroup(formTexts(form))
    return result.ok ? redirect('/settings/groups') : result
  })
}

export async function changeGroup(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('change group', form, FIELDS, () => shownAnew(settings.editGroup(formTexts(form))))
}

export async function archiveGroup(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('archive group', form, [], () => shownAnew(settings.setGroupArchived(formTexts(form))))
}

export async function passGroup(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('pass group', form, [], () => shownAnew(settings.reorderGroup(formTexts(form))))
}

export async function moveCustomers(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('move customers', form, [], async () => {
    const result = await settings.moveToGroup(formTexts(form))
    if (result.ok) redirect(movedHref(result))
    refresh()
    return result
  })
}
