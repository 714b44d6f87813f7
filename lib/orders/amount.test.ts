import { expect, test } from 'vitest'
import { enteredAmount } from './amount'

test.each([
  ['1250.50', 2, 125_050],
  ['1250,5', 2, 125_050],
  ['0', 2, 0],
  ['007', 2, 700],
  ['1250', 0, 1250],
  ['1.250', 3, 1250],
  ['1.2345', 4, 12_345],
  ['99999999999.99', 2, 9_999_999_999_999],
  ['9999999999999', 0, 9_999_999_999_999],
])('%s with %i digits is %i minor units', (amount, digits, minor) => {
  expect(enteredAmount(amount, digits)).toEqual({ minor })
})

test.each([
  ['1250.5', 0, 'The currency has no decimals.'],
  ['1250.505', 2, 'The currency has 2 decimals, no more.'],
  ['1250.500', 2, 'The currency has 2 decimals, no more.'],
  ['1.2345', 3, 'The currency has 3 decimals, no more.'],
  ['100000000000', 2, 'This is more than can be recorded.'],
  ['10000000000000', 0, 'This is more than can be recorded.'],
])('%s with %i digits is refused: %s', (amount, digits, problem) => {
  expect(enteredAmount(amount, digits)).toEqual({ problem })
})
