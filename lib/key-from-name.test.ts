import { expect, test } from 'vitest'
import { foldName, freeKey, slugOf } from './key-from-name'

test('a key is the Latin letters and digits of a name, its words joined', () => {
  expect(slugOf('  Arusha – Njiro 2 ')).toBe('arusha-njiro-2')
  expect(slugOf('Großkunden & Ærø')).toBe('grosskunden-aero')
  expect(slugOf('São José')).toBe('sao-jose')
  expect(slugOf('شركات')).toBe('')
  expect(slugOf('x'.repeat(300))).toHaveLength(50)
})

test('a key that is taken gets a number, and none is called all', () => {
  expect(freeKey('fleet', () => false)).toBe('fleet')
  expect(freeKey('fleet', (key) => ['fleet', 'fleet-2'].includes(key))).toBe('fleet-3')
  expect(freeKey('all', () => false)).toBe('all-2')
})

test('names that differ in case or in how accents are written are the same', () => {
  expect(foldName(' CAF\u00C9 ')).toBe(foldName('cafe\u0301'))
})
