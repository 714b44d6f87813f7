import { describe, expect, test } from 'vitest'
import { normalPhone } from './phone'

describe('a number is the same however it is written', () => {
  test.each([
    ['0712 345 678', 'TZ', '+255712345678'],
    ['+255 712 345 678', 'TZ', '+255712345678'],
    ['00255 712-345-678', 'TZ', '+255712345678'],
    ['(0712) 345.678', 'TZ', '+255712345678'],
    ['712345678', 'TZ', '+255712345678'],
    ['022 211 2345', 'TZ', '+255222112345'],
    ['+44 20 7946 0018', 'TZ', '+442079460018'],
    ['020 7946 0018', 'GB', '+442079460018'],
    ['(212) 555-0142', 'US', '+12125550142'],
    ['1-212-555-0142', 'US', '+12125550142'],
    ['011 44 20 7946 0018', 'US', '+442079460018'],
    ['0151 23456789', 'DE', '+4915123456789'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    // In Italy the leading zero is part of the number.
    ['06 698 1234', 'IT', '+39066981234'],
    ['8 (912) 345-67-89', 'RU', '+79123456789'],
    ['٠٧١٢ ٣٤٥ ٦٧٨', 'TZ', '+255712345678'],
    ['\u202a+255 712 345 678\u202c', 'TZ', '+255712345678'],
    ['0712\u00a0345\u2011678', 'TZ', '+255712345678'],
  ])('%s in %s', (text, country, normal) => {
    expect(normalPhone(text, country)).toBe(normal)
    expect(normalPhone(normal, country)).toBe(normal)
  })
})

test.each(['+1 212 555 0142 ext. 5', '+1 212 555 0142 x5', '+1 212 555 0142;ext=5'])(
  'the extension of %s is left out',
  (text) => expect(normalPhone(text, 'US')).toBe('+12125550142'),
)

test('a country that numbers nobody of its own takes the international form alone', () => {
  expect(normalPhone('+255712345678', 'AQ')).toBe('+255712345678')
  expect(normalPhone('0712345678', 'AQ')).toBeNull()
  expect(normalPhone('0712345678', 'no country')).toBeNull()
})

test.each([
  ['nothing', ''],
  ['words', 'ask his brother'],
  ['a number with words around it', 'call 0712 345 678 after six'],
  ['two numbers', '0712 345 678 / 0713 345 678'],
  ['too few digits', '0712'],
  ['too many digits', '0712 345 678 901 234'],
  ['a calling code that no country has', '+999 712 345 678'],
  ['a formula', '=1+2'],
  ['a command', '=cmd|/C calc!A0'],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['U+0000', '0712\u0000345678'],
  ['10,000 digits', '7'.repeat(10_000)],
  ['10,000 pluses', '+'.repeat(10_000)],
  ['half a character', '\ud800'],
])('%s is no phone number', (_, text) => expect(normalPhone(text, 'TZ')).toBeNull())
