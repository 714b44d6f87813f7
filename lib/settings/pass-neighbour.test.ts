import { expect, test } from 'vitest'
import { passNeighbour } from './pass-neighbour'

const rows = ['a', 'b', 'c'].map((key) => ({ key }))
const keys = (passed: { key: string }[] | null) => passed?.map(({ key }) => key).join('')

test('a row passes its neighbour, up or down', () => {
  expect(keys(passNeighbour(rows, { key: 'b', past: 'a', way: 'up' }))).toBe('bac')
  expect(keys(passNeighbour(rows, { key: 'b', past: 'c', way: 'down' }))).toBe('acb')
})

test('what is no neighbour that way is not passed', () => {
  expect(passNeighbour(rows, { key: 'a', past: 'c', way: 'down' })).toBeNull()
  expect(passNeighbour(rows, { key: 'a', past: 'b', way: 'up' })).toBeNull()
  expect(passNeighbour(rows, { key: 'c', past: 'd', way: 'down' })).toBeNull()
  expect(passNeighbour(rows, { key: 'd', past: 'a', way: 'down' })).toBeNull()
})
