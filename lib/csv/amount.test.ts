import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDecimal } from '@/lib/money'
import { type DecimalSign, parseAmountMinor } from './amount'

test.each([
  ['0', 2, 0],
  ['12', 2, 1200],
  ['12.3', 2, 1230],
  ['.5', 2, 50],
  ['0012.30', 2, 1230],
  ['7', 0, 7],
  ['1.234', 3, 1234],
  ['99999999999.99', 2, 9_999_999_999_999],
])('%j with %i digits is %i minor units', (text, digits, minor) => {
  expect(parseAmountMinor(text, digits, '.')).toEqual({ minor })
})

test.each(['', '.', '5.', '-1', '+1', '1,234.50', "1'234", '1 234', 'TZS 5', '1e3', 'NaN', '٣', '1.2.3', '12,30'])(
  '%j is no amount with a decimal point',
  (text) => {
    expect(parseAmountMinor(text, 2, '.')).toEqual({ reason: 'bad amount' })
  },
)

test('decimals that the currency does not have are refused even if they are zeros', () => {
  expect(parseAmountMinor('1.500', 2, '.')).toEqual({ reason: 'amount with too many decimals' })
  expect(parseAmountMinor('1.0', 0, '.')).toEqual({ reason: 'amount with too many decimals' })
})

test('amounts end below the limit', () => {
  expect(parseAmountMinor('100000000000', 2, '.')).toEqual({ reason: 'amount too large' })
})

test('every amount is read as it was written, with either sign', () => {
  const minor = fc.integer({ min: 0, max: 9_999_999_999_999 })
  fc.assert(
    fc.property(minor, fc.integer({ min: 0, max: 4 }), fc.constantFrom<DecimalSign[]>('.', ','), (n, digits, sign) => {
      expect(parseAmountMinor(toDecimal(n, digits).replace('.', sign), digits, sign)).toEqual({ minor: n })
    }),
  )
})
