import { describe, expect, test } from 'vitest'
import { highestOf, spreadLabels, stacksOf, stretchesOf } from './chart-series'

const some = { key: 'some', name: 'Some', tint: '', values: [1, 5] }
const more = { key: 'more', name: 'More', tint: '', values: [3, 0] }

test('lines need the height of the highest value, stacks that of the highest sum', () => {
  expect(highestOf([some, more], 'lines')).toBe(5)
  expect(highestOf([some, { ...more, values: [3, 2] }], 'stacks')).toBe(7)
  expect(highestOf([], 'lines')).toBe(0)
  expect(highestOf([], 'stacks')).toBe(0)
})

test('each part of a stack begins where the one below it ends', () => {
  const reaches = stacksOf([some, more]).map((parts) => parts.map(({ from, to }) => [from, to]))
  expect(reaches).toEqual([
    [
      [0, 1],
      [1, 4],
    ],
    [
      [0, 5],
      [5, 5],
    ],
  ])
})

describe('a line', () => {
  const stretches = (...partial: boolean[]) => stretchesOf(partial.map((is) => ({ partial: is })))

  test('is apart where it comes from or goes to a partial bucket', () => {
    expect(stretches(true, false, false, true)).toEqual([
      { first: 0, last: 1, partial: true },
      { first: 1, last: 2, partial: false },
      { first: 2, last: 3, partial: true },
    ])
  })

  test('is one where every bucket is whole, and none of a single bucket', () => {
    expect(stretches(false, false, false)).toEqual([{ first: 0, last: 2, partial: false }])
    expect(stretches(true)).toEqual([])
  })
})

describe('labels at the ends of lines', () => {
  test('stay where they want to be when they have room', () => {
    expect(spreadLabels([100, 20, 60], 16, 200)).toEqual([100, 20, 60])
  })

  test('keep their distance and their order, above the bottom', () => {
    expect(spreadLabels([200, 198, 50], 16, 200)).toEqual([200, 184, 50])
    expect(spreadLabels([0, 0, 0], 16, 200)).toEqual([0, 16, 32])
  })
})
