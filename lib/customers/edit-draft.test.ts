import { expect, test } from 'vitest'
import { draftAfter, draftOf } from './edit-draft'
import { type CustomerToEdit, editTexts } from './editing'

function customer(version: number, texts: Record<string, string>): CustomerToEdit {
  return {
    ...{ id: 'c', version, texts: editTexts({ full_name: 'Asha', group: 'personal', ...texts }) },
    group: { key: 'personal', name: 'Personal', color: 1, requiresOrganization: false },
    home: { code: 'main', name: 'Main', isElsewhere: false },
  }
}

test('after somebody was faster the form is of their version, with theirs taken and mine kept', () => {
  const typed = editTexts({ full_name: 'Asha', group: 'personal', phone: '1', tax_number: '7' })
  const after = draftAfter(draftOf(customer(1, {})), { present: customer(2, { phone: '2', address: 'Plot 9' }), typed })
  expect(after.customer.version).toBe(2)
  expect(after.texts).toMatchObject({ phone: '1', tax_number: '7', address: 'Plot 9' })
  expect(after.met).toEqual({ taken: ['address'], clashing: ['phone'] })
})

test('being overtaken again compares with what was looked at last', () => {
  const typed = editTexts({ full_name: 'Asha', group: 'personal', phone: '1' })
  const once = draftAfter(draftOf(customer(1, {})), { present: customer(2, { phone: '2' }), typed })
  const twice = draftAfter(once, { present: customer(3, { phone: '2', email: 'a@x.example' }), typed: once.texts })
  expect(twice.met).toEqual({ taken: ['email'], clashing: [] })
  expect(twice.texts).toMatchObject({ phone: '1', email: 'a@x.example' })
})
