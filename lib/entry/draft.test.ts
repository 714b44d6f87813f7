import { expect, it } from 'vitest'
import { blankDraft, isBlank, readDraft } from './draft'

const FIELDS = ['name', 'phone'] as const

it('a draft is read as it was kept', () => {
  const draft = blankDraft(FIELDS, { name: '<b>Asha</b>' })
  expect(readDraft(FIELDS, JSON.stringify({ ...draft, sent: ['{}'] }))).toEqual({ ...draft, sent: ['{}'] })
  expect(draft.texts).toEqual({ name: '<b>Asha</b>', phone: '' })
})

it('every draft has a key of its own', () => {
  expect(blankDraft(FIELDS).key).not.toBe(blankDraft(FIELDS).key)
})

it.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another form’s fields', JSON.stringify({ ...blankDraft(['name', 'colour']) })],
  ['too few fields', JSON.stringify(blankDraft(['name']))],
  ['a key that is none', JSON.stringify({ ...blankDraft(FIELDS), key: 'x' })],
  ['a text that is none', JSON.stringify({ ...blankDraft(FIELDS), texts: { name: 1, phone: '' } })],
])('%s is no draft', (_, kept) => {
  expect(readDraft(FIELDS, kept)).toBeNull()
})

it('a draft is blank while it holds what was known at first', () => {
  const draft = blankDraft(FIELDS, { phone: '+255' })
  expect(isBlank(draft, FIELDS, { phone: '+255' })).toBe(true)
  expect(isBlank(draft, FIELDS)).toBe(false)
})
