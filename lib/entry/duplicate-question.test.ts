import { expect, it } from 'vitest'
import type { EntryChoices } from './choices'
import { blankDraft } from './draft'
import { duplicateQuestion } from './duplicate-question'
import { REGISTRATION_FIELDS, type RegistrationTexts } from './registration-texts'

const CHOICES: EntryChoices = {
  groups: [
    { key: 'personal', name: 'Personal', color: 1, requiresOrganization: false },
    { key: 'ngo', name: 'NGO', color: 4, requiresOrganization: false },
  ],
  branches: [],
  limited: false,
  business: { timeZone: 'UTC', currency: 'TZS', currencyDigits: 2 },
}
const question = (texts: Partial<RegistrationTexts>) =>
  duplicateQuestion(blankDraft(REGISTRATION_FIELDS, texts).texts, CHOICES)

it('a name alone asks nothing', () => {
  expect(question({ full_name: 'Asha Mushi' })).toBeNull()
  expect(question({ full_name: 'Asha Mushi', phone: '07' })).toBeNull()
})

it('a name goes along with whatever else is known', () => {
  expect(question({ full_name: 'Asha Mushi', phone: ' 0712 ' })).toEqual({
    ...{ full_name: 'Asha Mushi', phone: '0712', email: null, plate: null, tax_number: null, except_id: null },
  })
})

it('an e-mail is asked about once it is one, a tax number only where the type has one', () => {
  expect(question({ email: 'asha' })).toBeNull()
  expect(question({ email: 'asha@' })?.email).toBe('asha@')
  expect(question({ tax_number: '1234', group: 'personal' })).toBeNull()
  expect(question({ tax_number: '1234', group: 'ngo' })?.tax_number).toBe('1234')
})

it('what is longer than the contract takes is left out', () => {
  expect(question({ phone: '1'.repeat(51), email: 'asha@mushi.example' })).toMatchObject({ phone: null })
})
