import { BUCKETS, type Bucket } from '@/lib/definitions'
import { refusedParameter } from './search-params'
import type { SeriesBucket } from './series'

/** More buckets than this are never answered. */
export const SERIES_BUCKET_LIMIT = 400

const DAY_MS = 86_400_000
const LEAST_DAYS = { week: 7, month: 28 } as const
const DAYS_TOLD_BY_DAY = 31
/** Six calendar months have 181 to 184 days, so that they are told by week at any time of the year. */
const DAYS_TOLD_BY_WEEK = 27 * 7

/** The bucket that a window of so many days is told by unless another one is asked for. */
export function chooseBucket(days: number): Bucket {
  if (days <= DAYS_TOLD_BY_DAY) return 'day'
  return days <= DAYS_TOLD_BY_WEEK ? 'week' : 'month'
}

/** The buckets that a window of so many days can be cut into, on whatever day it begins. */
export function bucketsThatFit(days: number): Bucket[] {
  const most = (bucket: Bucket) => (bucket === 'day' ? days : Math.ceil(days / LEAST_DAYS[bucket]) + 1)
  return BUCKETS.filter((bucket) => most(bucket) <= SERIES_BUCKET_LIMIT)
}

export type CalendarBucket = Pick<SeriesBucket, 'first_day' | 'last_day'>

/**
 * The whole days, weeks (from Monday) or months that have a day of the window in them, from its first to its last local
 * day, as 2026-03-31. Throws RequestError 400 for more than `SERIES_BUCKET_LIMIT`.
 */
export function calendarBuckets(firstDay: string, lastDay: string, bucket: Bucket): CalendarBucket[] {
  const end = Date.parse(lastDay)
  const buckets: CalendarBucket[] = []
  for (let start = startOf(Date.parse(firstDay), bucket); start <= end; start = nextStart(start, bucket)) {
    if (buckets.length === SERIES_BUCKET_LIMIT)
      throw refusedParameter(
        'bucket',
        `cuts the range into more than ${SERIES_BUCKET_LIMIT} parts: choose longer ones or a shorter range`,
      )
    buckets.push({ first_day: dayOf(start), last_day: dayOf(nextStart(start, bucket) - DAY_MS) })
  }
  return buckets
}

function startOf(day: number, bucket: Bucket): number {
  const date = new Date(day)
  if (bucket === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  return bucket === 'week' ? day - ((date.getUTCDay() + 6) % 7) * DAY_MS : day
}

function nextStart(start: number, bucket: Bucket): number {
  const date = new Date(start)
  if (bucket === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
  return start + (bucket === 'week' ? 7 : 1) * DAY_MS
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
