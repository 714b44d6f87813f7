import { expect, test } from 'vitest'
import { describeChange } from './change'

test('growth and decline are told in percent of the previous value', () => {
  expect(describeChange(112, 100)).toEqual({ direction: 'up', words: '+12 %' })
  expect(describeChange(75, 100)).toEqual({ direction: 'down', words: '−25 %' })
})

test('a change from zero is new, never a percentage', () => {
  expect(describeChange(5, 0)).toEqual({ direction: 'up', words: 'new' })
})

test('two zeros are no change', () => {
  expect(describeChange(0, 0)).toEqual({ direction: 'none', words: 'no change' })
})

test('equal figures are no change', () => {
  expect(describeChange(7, 7).words).toBe('no change')
})

test('a fall to zero is minus one hundred percent', () => {
  expect(describeChange(0, 7)).toEqual({ direction: 'down', words: '−100 %' })
})

test('small changes keep a decimal and never read as none', () => {
  expect(describeChange(1053, 1000).words).toBe('+5.3 %')
  expect(describeChange(105, 100).words).toBe('+5 %')
  expect(describeChange(1_000_001, 1_000_000).words).toBe('+<0.1 %')
})

test('a great change is separated by thousands', () => {
  expect(describeChange(12_350, 10).words).toBe('+123,400 %')
})
