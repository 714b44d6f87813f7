import { expect, it } from 'vitest'
import { blankDraft, isBlank, maybeSaved, readDraft, renewed, withSent, withUnsaved } from './draft'

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

it('a draft may be saved once it was sent, until that is known not to be', () => {
  const sent = withSent(withSent(withSent(blankDraft(FIELDS), 'first'), 'second'), 'first')
  expect(sent.sent).toEqual(['first', 'second'])
  expect(maybeSaved(withUnsaved(sent, 'second'))).toBe(true)
  expect(maybeSaved(withUnsaved(withUnsaved(sent, 'second'), 'first'))).toBe(false)
})

it('another record is made of the same texts under another key', () => {
  const sent = withSent(blankDraft(FIELDS, { name: 'Asha' }), '{}')
  expect(renewed(sent)).toMatchObject({ texts: sent.texts, sent: [] })
  expect(renewed(sent).key).not.toBe(sent.key)
})
