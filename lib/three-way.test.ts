import { expect, test } from 'vitest'
import { meetHalfway } from './three-way'

const FIELDS = ['name', 'phone', 'email'] as const
const base = { name: 'Asha', phone: '1', email: 'a@x.example' }

test('what only they changed is taken, what only I changed stays', () => {
  const met = meetHalfway(FIELDS, { base, mine: { ...base, name: 'Asha M' }, theirs: { ...base, phone: '2' } })
  expect(met).toEqual({ texts: { ...base, name: 'Asha M', phone: '2' }, taken: ['phone'], clashing: [] })
})

test('what both changed stays mine and is told, unless both made the same of it', () => {
  const mine = { ...base, name: 'Asha M', phone: '3' }
  const met = meetHalfway(FIELDS, { base, mine, theirs: { ...base, name: 'Asha M', phone: '2' } })
  expect(met).toEqual({ texts: mine, taken: [], clashing: ['phone'] })
})

test('what I changed to what it was before they came is mine', () => {
  const met = meetHalfway(FIELDS, { base, mine: { ...base, phone: '' }, theirs: { ...base, phone: '2' } })
  expect(met).toMatchObject({ texts: { phone: '' }, clashing: ['phone'] })
})
