'use server'

import { redirect } from 'next/navigation'
import { EDIT_FIELDS, type Edited } from '@/lib/customers/editing'
import { type FormState, formTexts } from '@/lib/form-state'
import { answerForm } from '@/lib/server/answer-form'
import * as customers from '@/lib/server/customers/manage-customer'
import { shownAnew } from '@/lib/server/shown-anew'

const VEHICLE_FIELDS = ['plate', 'make', 'model', 'year']

export async function addNote(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('add note', form, ['body'], () => shownAnew(customers.writeNote(formTexts(form))))
}

export async function removeNote(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('remove note', form, [], () => shownAnew(customers.takeNoteAway(formTexts(form))))
}

export async function addVehicle(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('add vehicle', form, VEHICLE_FIELDS, () => shownAnew(customers.recordVehicle(formTexts(form))))
}

export async function changeVehicle(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('change vehicle', form, VEHICLE_FIELDS, () => shownAnew(customers.correctVehicle(formTexts(form))))
}

export async function retireVehicle(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('retire vehicle', form, [], () => shownAnew(customers.retireVehicle(formTexts(form), true)))
}

export async function bringVehicleBack(_: FormState, form: FormData): Promise<FormState> {
  return answerForm('bring vehicle back', form, [], () => shownAnew(customers.retireVehicle(formTexts(form), false)))
}

export async function editCustomer(_: FormState<Edited>, form: FormData): Promise<FormState<Edited>> {
  return answerForm('edit customer', form, EDIT_FIELDS, async () => {
    const result = await customers.edit(formTexts(form))
    if (!result.ok || result.conflict) return result
    return redirect(`/customers/${encodeURIComponent(formTexts(form).customer_id ?? '')}`)
  })
}
