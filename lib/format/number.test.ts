import { expect, test } from 'vitest'
import { formatCount, formatDecimal, formatMoney, formatQuantity, formatShort, splitAmount } from './number'

test('counts are exact and separated by thousands', () => {
  expect(formatCount(0)).toBe('0')
  expect(formatCount(1234567)).toBe('1,234,567')
})

test('a currency without minor digits shows none', () => {
  expect(formatMoney(1234567, { currency: 'JPY', currencyDigits: 0 })).toBe('JPY\u00A01,234,567')
  expect(splitAmount(1234567, 0)).toEqual({ major: '1,234,567', minor: '' })
})

test('a currency with three minor digits shows all three', () => {
  expect(formatMoney(1234.5, { currency: 'KWD', currencyDigits: 3 })).toBe('KWD\u00A01,234.500')
  expect(splitAmount(0.005, 3)).toEqual({ major: '0', minor: '.005' })
})

test('the greatest amount is exact to the cent', () => {
  expect(formatDecimal(99_999_999_999.99, 2)).toBe('99,999,999,999.99')
})

test('a quantity takes the singular for one alone', () => {
  expect(formatQuantity(1, 'customer')).toBe('1 customer')
  expect(formatQuantity(0, 'customer')).toBe('0 customers')
  expect(formatQuantity(1200, 'entry', 'entries')).toBe('1,200 entries')
})

test('a number on an axis is short', () => {
  expect([0, 8, 950, 16_379_500].map(formatShort)).toEqual(['0', '8', '950', '16.4m'])
})
