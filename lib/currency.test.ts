import { expect, test } from 'vitest'
import { currencyDigits, isCurrency } from './currency'

test.each([
  ['JPY', 0],
  ['TZS', 2],
  ['KWD', 3],
  ['HUF', 2],
  ['UGX', 0],
  ['CLF', 4],
])('%s has the %i minor digits of ISO 4217', (code, digits) => {
  expect(currencyDigits(code)).toBe(digits)
})

test('a code that is no money of a country is no currency', () => {
  expect(['USD', 'XOF'].every(isCurrency)).toBe(true)
  expect(['usd', 'ABC', 'XAU', 'XXX', 'XTS', ''].some(isCurrency)).toBe(false)
  expect(() => currencyDigits('ABC')).toThrow(RangeError)
})
