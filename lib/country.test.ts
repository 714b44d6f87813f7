import { expect, test } from 'vitest'
import { COUNTRIES } from './country'

test('all 249 countries are known by names that Node has too', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  expect(COUNTRIES.size).toBe(249)
  expect([...COUNTRIES].filter((code) => names.of(code) === undefined)).toEqual([])
})
