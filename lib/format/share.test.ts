import { expect, test } from 'vitest'
import { shareOf } from './share'

test.each([
  [41, 100, '41 %'],
  [1, 3, '33 %'],
  [2, 3, '67 %'],
  [1, 12, '8.3 %'],
  [1, 20, '5 %'],
  [1, 2000, '0.1 %'],
])('%d of %d is %s', (part, whole, words) => {
  expect(shareOf(part, whole)).toBe(words)
})

test('a part is never rounded to nothing or to all', () => {
  expect(shareOf(1, 1_000_000)).toBe('<0.1 %')
  expect(shareOf(999_999, 1_000_000)).toBe('>99 %')
})

test('nothing and all are exact', () => {
  expect(shareOf(0, 7)).toBe('0 %')
  expect(shareOf(7, 7)).toBe('100 %')
})

test('of nothing there is no share', () => {
  expect(shareOf(0, 0)).toBe('none')
})
