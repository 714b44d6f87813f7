import { describe, expect, test } from 'vitest'
import { RequestError } from '@/lib/failure'
import { bucketsThatFit, calendarBuckets, chooseBucket, SERIES_BUCKET_LIMIT } from './buckets'

describe('the bucket of a window', () => {
  test.each([
    [1, 'day'],
    [31, 'day'],
    [32, 'week'],
    [181, 'week'],
    [184, 'week'],
    [189, 'week'],
    [190, 'month'],
    [366, 'month'],
  ])('of %i days is by itself a %s', (days, bucket) => {
    expect(chooseBucket(days)).toBe(bucket)
  })

  test('is offered only where there are not too many of them', () => {
    expect(bucketsThatFit(400)).toEqual(['day', 'week', 'month'])
    expect(bucketsThatFit(401)).toEqual(['week', 'month'])
    expect(bucketsThatFit(7 * 400)).toEqual(['month'])
    expect(bucketsThatFit(28 * 400)).toEqual([])
  })
})

describe('the buckets of the calendar', () => {
  test('are whole months, of whatever length', () => {
    expect(calendarBuckets('2024-01-31', '2024-03-01', 'month')).toEqual([
      { first_day: '2024-01-01', last_day: '2024-01-31' },
      { first_day: '2024-02-01', last_day: '2024-02-29' },
      { first_day: '2024-03-01', last_day: '2024-03-31' },
    ])
  })

  test('are weeks that begin on Monday, also over the turn of a year', () => {
    expect(calendarBuckets('2025-12-28', '2025-12-29', 'week')).toEqual([
      { first_day: '2025-12-22', last_day: '2025-12-28' },
      { first_day: '2025-12-29', last_day: '2026-01-04' },
    ])
  })

  test('are days, one for each', () => {
    const days = calendarBuckets('2026-02-27', '2026-03-01', 'day').map(({ first_day }) => first_day)
    expect(days).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  })

  test('are at most as many as the limit, then the range is refused', () => {
    // 1 January 2025 and 399 days more are 4 February 2026.
    expect(calendarBuckets('2025-01-01', '2026-02-04', 'day')).toHaveLength(SERIES_BUCKET_LIMIT)
    expect(() => calendarBuckets('2025-01-01', '2026-02-05', 'day')).toThrow(RequestError)
    expect(() => calendarBuckets('1900-01-01', '2199-12-31', 'month')).toThrow(
      /bucket cuts the range into more than 400/,
    )
  })
})
