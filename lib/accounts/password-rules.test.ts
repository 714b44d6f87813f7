import { describe, expect, test } from 'vitest'
import { resetSchema } from './contract'
import { passwordProblem } from './password-rules'

const owner = { email: 'neema.mushi@example.org', name: 'Neema Mushi Kileo', businessName: 'Kilimo Motors Ltd' }
const problem = (password: string) => passwordProblem(password, owner)
const fits = (password: string) => resetSchema.safeParse({ token: 't', password }).success

describe('the length of a password', () => {
  test('is 12 to 128 characters', () => {
    expect([11, 12, 128, 129].map((length) => fits('x'.repeat(length)))).toEqual([false, true, true, false])
  })

  test('is counted in characters, not in the units of the encoding', () => {
    expect(fits('🔧'.repeat(11))).toBe(false)
    expect(fits('🔧'.repeat(128))).toBe(true)
  })

  test('is counted after normalisation', () => {
    expect(fits('e\u0301'.repeat(11))).toBe(false)
    expect(fits('e\u0301'.repeat(12))).toBe(true)
  })
})

describe('passwordProblem', () => {
  test.each([
    'administrator',
    'Administrator',
    'qwerty123456',
    'password1234',
    'Password2026!',
    'P@ssw0rd1234',
    '!!!letmein!!!',
    'dragondragon',
    'dragondragondra',
    'pass word 1234',
    'pässwörd1234',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '123456789012',
    '098765432109',
    '1234123412341',
  ])('refuses %s, which is common in another dress', (password) => {
    expect(problem(password)).toContain('first that would be tried')
  })

  test.each([
    'neema.mushi@example.org',
    'NEEMA.MUSHI@example.org',
    'neema.mushi1987',
    'Neema Mushi Kileo',
    'neemamushikileo!',
    'kilimo motors ltd',
    'KilimoMotorsLtd2026',
  ])('refuses %s, which is the account or the business itself', (password) => {
    expect(problem(password)).toContain('name or e-mail')
  })

  test.each([
    'correct horse battery staple',
    'kahawa-chungu-mlima-7',
    'xK9#mQ2$vL7!pR4',
    '839201748362',
    'ninapenda kahawa ya asubuhi',
    '机场北路的旧车库在雨里发光',
  ])('takes %s', (password) => {
    expect(problem(password)).toBeNull()
  })
})
