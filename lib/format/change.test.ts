import { expect, test } from 'vitest'
import { describeChange } from './change'
import { formatCount, formatDecimal } from './number'

const words = (current: number, previous: number) => describeChange(current, previous, formatCount).words

test('growth and decline are told in percent of the previous value and by how much', () => {
  expect(describeChange(11_200, 10_000, formatCount)).toEqual({
    direction: 'up',
    words: '+12 %, +1,200',
    spoken: 'up 12 per cent, 1,200 more than 10,000',
  })
  expect(describeChange(75, 100, formatCount)).toEqual({
    direction: 'down',
    words: '−25 %, −25',
    spoken: 'down 25 per cent, 25 less than 100',
  })
})

test('a change from zero is new, never a percentage', () => {
  const change = { direction: 'up', words: 'new, +5', spoken: 'new, 5 more than none' }
  expect(describeChange(5, 0, formatCount)).toEqual(change)
})

test('equal figures are no change, two zeros too', () => {
  expect(describeChange(0, 0, formatCount)).toMatchObject({ direction: 'none', words: 'no change' })
  expect(describeChange(7, 7, formatCount)).toMatchObject({ words: 'no change', spoken: 'no change from 7' })
})

test('a fall to zero is minus one hundred percent', () => {
  expect(words(0, 7)).toBe('−100 %, −7')
})

test('a fall that leaves something is never minus one hundred percent', () => {
  expect(describeChange(4, 1000, formatCount)).toMatchObject({
    words: '−>99 %, −996',
    spoken: 'down more than 99 per cent, 996 less than 1,000',
  })
  expect(words(10, 1000)).toBe('−99 %, −990')
  expect(words(1996, 1000)).toBe('+100 %, +996')
})

test('small changes keep a decimal and never read as none', () => {
  expect(words(1053, 1000)).toBe('+5.3 %, +53')
  expect(words(105, 100)).toBe('+5 %, +5')
  expect(describeChange(1_000_001, 1_000_000, formatCount)).toMatchObject({
    words: '+<0.1 %, +1',
    spoken: 'up less than 0.1 per cent, 1 more than 1,000,000',
  })
})

test('a great change is separated by thousands', () => {
  expect(words(12_350, 10)).toBe('+123,400 %, +12,340')
})

test('an amount changes by an amount, exact to its decimals', () => {
  expect(describeChange(0.3, 0.1, (value) => formatDecimal(value, 2)).words).toBe('+200 %, +0.20')
})
