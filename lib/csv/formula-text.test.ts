import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neutralise, restore } from './formula-text'

test.each(['=SUM(1)', '+255700', '-5', '@cmd', '\tTab', '\rReturn'])(
  '%j is written with an apostrophe in front',
  (text) => {
    expect(neutralise(text)).toBe(`'${text}`)
  },
)

test.each(["O'Neill", "'quoted'", 'plain', "'", ''])('%j is neither changed when written nor when read', (text) => {
  expect(neutralise(text)).toBe(text)
  expect(restore(text)).toBe(text)
})

test('every text comes back as it was, and none is written as a formula', () => {
  const nasty = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', ' ') })
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), (text) => {
      expect(restore(neutralise(text))).toBe(text)
      expect(neutralise(text)).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})
