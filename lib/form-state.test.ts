import { expect, test } from 'vitest'
import { type FormState, fieldError, formTexts, keepValues, keptValue, keptValues } from './form-state'

function sent(): FormData {
  const form = new FormData()
  form.append('email', 'amina@example.org')
  form.append('password', 'secret')
  form.append('branches', 'arusha')
  form.append('branches', 'mwanza')
  form.append('file', new Blob(['x']), 'x.csv')
  return form
}

test('only what is named is kept to be shown again', () => {
  const state: FormState = {
    status: 'refused',
    error: 'No.',
    fields: [],
    kept: keepValues(sent(), ['email', 'branches']),
  }
  expect(keptValue(state, 'email')).toBe('amina@example.org')
  expect(keptValues(state, 'branches')).toEqual(['arusha', 'mwanza'])
  expect(JSON.stringify(state)).not.toContain('secret')
})

test('a file is no text of a form', () => {
  expect(formTexts(sent())).toEqual({ email: 'amina@example.org', password: 'secret', branches: 'mwanza' })
  expect(keepValues(sent(), ['file'])).toEqual({ file: [] })
})

test('an error belongs to its field alone, and a form that was not refused has none', () => {
  const state: FormState = {
    status: 'refused',
    error: 'No.',
    fields: [{ name: 'email', message: 'This is not an e-mail address.' }],
    kept: {},
  }
  expect(fieldError(state, 'email')).toBe('This is not an e-mail address.')
  expect(fieldError(state, 'password')).toBeNull()
  expect(fieldError({ status: 'blank' }, 'email')).toBeNull()
})
