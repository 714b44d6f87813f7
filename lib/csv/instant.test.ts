import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInstant } from './instant'

test.each([
  ['2026-03-31T20:15:00Z', '2026-03-31T20:15:00.000000Z'],
  ['2026-03-31T20:15:00.123456Z', '2026-03-31T20:15:00.123456Z'],
  ['2026-03-31T20:15:00.1234569Z', '2026-03-31T20:15:00.123456Z'],
  ['2026-03-31T23:15:00+03:00', '2026-03-31T20:15:00.000000Z'],
  ['2026-03-31 17:15:00-0300', '2026-03-31T20:15:00.000000Z'],
  ['2026-03-31 20:15+00', '2026-03-31T20:15:00.000000Z'],
  ['20260331T201500Z', '2026-03-31T20:15:00.000000Z'],
  ['2026-03-31', '2026-03-30T21:00:00.000000Z'],
  ['2026-03-31 00:30', '2026-03-30T21:30:00.000000Z'],
  ['2026-03-31T00:30:15', '2026-03-30T21:30:15.000000Z'],
  ['2024-02-29', '2024-02-28T21:00:00.000000Z'],
])('%s is %s in Dar es Salaam', (text, instant) => {
  expect(parseInstant(text, 'Africa/Dar_es_Salaam')).toBe(instant)
})

test.each([
  '',
  'yesterday',
  '31/03/2026',
  '2026-3-31',
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-03-31 24:00',
  '2026-03-31 12:60',
  '2026-03-31 12:00:60',
  '2026-03-31T12:00+24:00',
  '2026-03-31T12',
  '2026-0331',
  '1899-12-31',
  '2200-01-01T00:00Z',
  '46112',
  '2026-03-31 10:00 PM',
])('%j is no date', (text) => {
  expect(parseInstant(text, 'UTC')).toBeNull()
})

test('a local time that occurs twice means the first', () => {
  expect(parseInstant('2025-11-02 01:30', 'America/New_York')).toBe('2025-11-02T05:30:00.000000Z')
})

test('a local time that does not exist is read with the offset before the change', () => {
  expect(parseInstant('2025-03-09 02:30', 'America/New_York')).toBe('2025-03-09T07:30:00.000000Z')
  expect(parseInstant('2024-04-26', 'Africa/Cairo')).toBe('2024-04-25T22:00:00.000000Z')
})

test('an instant with an offset is the same whatever the zone of the business', () => {
  const years = { min: new Date('1901-01-01T00:00:00Z'), max: new Date('2199-12-30T00:00:00Z'), noInvalidDate: true }
  const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Kathmandu')
  fc.assert(
    fc.property(fc.date(years), zones, (date, zone) => {
      expect(Date.parse(parseInstant(date.toISOString(), zone) ?? '')).toBe(date.getTime())
    }),
  )
})
