import { expect, test } from 'vitest'
import { DateEvidence, toIsoDate } from './date-order'

test.each([
  ['31.3.2026', 'dmy', '2026-03-31'],
  ['31/03/2026 14:05', 'dmy', '2026-03-31T14:05:00'],
  ['3/31/2026 2:05 PM', 'mdy', '2026-03-31T14:05:00'],
  ['3/31/2026 12:05:09 a.m.', 'mdy', '2026-03-31T00:05:09'],
  ['2026/3/31', 'ymd', '2026-03-31'],
  ['2026-03-31T14:05:00.123456+03:00', 'dmy', '2026-03-31T14:05:00.123456+03:00'],
  ['2026-03-31 14:05', 'mdy', '2026-03-31 14:05'],
] as const)('%s with %s is %s', (text, order, iso) => {
  expect(toIsoDate(text, order)).toBe(iso)
})

test.each([
  ['31.3.2026', 'ymd'],
  ['31.3.26', 'dmy'],
  ['31.3/2026', 'dmy'],
  ['yesterday', 'dmy'],
] as const)('%s with %s stays what it is, and is refused later', (text, order) => {
  expect(toIsoDate(text, order)).toBe(text)
})

const decide = (...dates: string[]) => {
  const evidence = new DateEvidence()
  for (const date of dates) evidence.add(date)
  return evidence.decide()
}

test('one day beyond twelve decides for the whole file; dots are day first; years first need no decision', () => {
  expect(decide('01/02/2026', '31/03/2026')).toEqual({ order: 'dmy' })
  expect(decide('01/02/2026', '3/31/2026')).toEqual({ order: 'mdy' })
  expect(decide('01.02.2026')).toEqual({ order: 'dmy' })
  expect(decide('2026-03-31', '')).toEqual({ order: 'ymd' })
})

test('what may be read in two ways is asked, and so are files that contradict themselves', () => {
  expect(decide('01/02/2026', '03/04/2026')).toEqual({ ambiguous: '01/02/2026' })
  expect(decide('31/03/2026', '3/31/2026')).toEqual({ ambiguous: 'both orders' })
})
