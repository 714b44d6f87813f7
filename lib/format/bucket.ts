import type { SeriesBucket } from '@/lib/customer-groups/series'
import type { Bucket } from '@/lib/definitions'
import { formatDays, formatMonth, formatTime } from './date'

/** "22 Mar 2026", "16 – 22 Mar 2026" or "Mar 2026": a day, a week or a month of the calendar. */
export function formatBucket({ first_day, last_day }: SeriesBucket, bucket: Bucket): string {
  return bucket === 'month' ? formatMonth(first_day.slice(0, 7)) : formatCalendarDays(first_day, last_day)
}

/** "22 Mar" for a day and for the week that begins on it, "Mar 2026" for a month: an axis's label. */
export function formatBucketShort({ first_day }: SeriesBucket, bucket: Bucket): string {
  const month = formatMonth(first_day.slice(0, 7))
  return bucket === 'month' ? month : `${Number(first_day.slice(8))} ${month.slice(0, 3)}`
}

/** "partial: 16 – 20 Mar 2026", or "partial: until 14:02" where every day is in and the last one not to its end. */
export function formatPart({ first_day, last_day, from, to }: SeriesBucket, timeZone: string): string {
  const days = formatDays(from, to, timeZone)
  return `partial: ${days === formatCalendarDays(first_day, last_day) ? `until ${formatTime(to, timeZone)}` : days}`
}

/** The bucket in words, with the part of it that is counted where that is not all. */
export function formatBucketInFull(bucket: SeriesBucket, kind: Bucket, timeZone: string): string {
  const whole = formatBucket(bucket, kind)
  return bucket.partial ? `${whole}, ${formatPart(bucket, timeZone)}` : whole
}

function formatCalendarDays(firstDay: string, lastDay: string): string {
  return formatDays(`${firstDay}T00:00:00.000Z`, `${lastDay}T23:59:59.999Z`, 'UTC')
}
