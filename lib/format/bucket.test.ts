import { expect, test } from 'vitest'
import { formatBucket, formatBucketInFull, formatBucketShort, formatPart } from './bucket'

const ZONE = 'Africa/Dar_es_Salaam'
const day = { first_day: '2026-03-22', last_day: '2026-03-22' }
const week = { first_day: '2026-02-23', last_day: '2026-03-01' }
const month = { first_day: '2026-03-01', last_day: '2026-03-31' }
/** 20 March and 22 March on a clock three hours ahead, both at midnight; then 22 March at 14:02. */
const [from, to, minute] = ['2026-03-19T21:00:00.000Z', '2026-03-21T21:00:00.000Z', '2026-03-22T11:02:00.000Z']

test('a day, a week and a month have their words, and shorter ones for an axis', () => {
  const whole = { from, to, partial: false }
  expect(formatBucket({ ...day, ...whole }, 'day')).toBe('22 Mar 2026')
  expect(formatBucket({ ...week, ...whole }, 'week')).toBe('23 Feb – 1 Mar 2026')
  expect(formatBucket({ ...month, ...whole }, 'month')).toBe('Mar 2026')
  expect(formatBucketShort({ ...day, ...whole }, 'day')).toBe('22 Mar')
  expect(formatBucketShort({ ...week, ...whole }, 'week')).toBe('23 Feb')
  expect(formatBucketShort({ ...month, ...whole }, 'month')).toBe('Mar 2026')
})

test('a partial one names the days that are counted, on the clock of the business', () => {
  expect(formatPart({ ...month, from, to, partial: true }, ZONE)).toBe('partial: 20 – 21 Mar 2026')
  expect(formatBucketInFull({ ...month, from, to, partial: true }, 'month', ZONE)).toBe(
    'Mar 2026, partial: 20 – 21 Mar 2026',
  )
})

test('one whose last day alone is not over says until when', () => {
  expect(formatPart({ ...day, from: to, to: minute, partial: true }, ZONE)).toBe('partial: until 14:02')
})
