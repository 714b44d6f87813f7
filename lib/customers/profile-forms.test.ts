import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newVehicleFormSchema, noteFormSchema } from './profile-forms'

const forms = [
  ['note', noteFormSchema, { customer_id: 'c', body: 'Calls back' }],
  ['vehicle', newVehicleFormSchema, { customer_id: 'c', plate: 'T 1', make: '', model: '', year: '' }],
] as const

test.each(forms)('a %s is sent under a uuid, or none where the page had no script', (_, schema, form) => {
  const sending = randomUUID()
  expect(schema.parse({ ...form, sending }).sending).toBe(sending)
  expect(schema.parse({ ...form, sending: '' }).sending).toBeUndefined()
  expect(schema.parse(form).sending).toBeUndefined()
  expect(schema.safeParse({ ...form, sending: "'; drop table notes" }).success).toBe(false)
})
