import { expect, test } from 'vitest'
import { DecimalEvidence } from './decimal-sign'

function decide(amounts: string[], digits = 2) {
  const evidence = new DecimalEvidence()
  amounts.forEach((amount, index) => {
    evidence.add(amount, index + 2)
  })
  return evidence.decide(digits)
}

test.each([
  { amounts: ['12.50', '7'], sign: '.' },
  { amounts: ['12,5', '7'], sign: ',' },
  { amounts: ['12', '7'], sign: '.' },
  { amounts: [], sign: '.' },
  { amounts: ['1,234', '12,50'], sign: ',' },
  { amounts: ['1,234.50', '2,000.00'], sign: '.' },
  { amounts: ['12.3456'], sign: '.' },
  { amounts: ['1234,567'], sign: ',' },
  { amounts: ['12.50', 'nonsense,1'], sign: '.' },
])('$amounts are written with $sign', ({ amounts, sign }) => {
  expect(decide(amounts)).toEqual({ sign })
})

test('only amounts that may be thousands do not decide, and the first of them is named', () => {
  expect(decide(['5', '1,234', '5,678'])).toEqual({ ambiguous: { line: 3, value: '1,234' } })
  expect(decide(['1.234'])).toEqual({ ambiguous: { line: 2, value: '1.234' } })
})

test('both signs in one file do not decide, and the rarer one is named', () => {
  expect(decide(['1.50', '2,50', '3.50'])).toEqual({ ambiguous: { line: 3, value: '2,50' } })
})

test('a currency with three digits takes three as decimals, one without digits has nothing to decide', () => {
  expect(decide(['1,234'], 3)).toEqual({ sign: ',' })
  expect(decide(['1,234'], 0)).toEqual({ sign: '.' })
})
