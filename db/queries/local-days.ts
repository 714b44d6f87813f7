import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { instantOf } from '@/db/metrics'

/** Local days of the business, as 2026-03-31, both included; what is left out is open. */
export type LocalDays = { from: string | undefined; to: string | undefined }

/** Whether an instant lies on one of these days on the clock of `zone`. */
export function onDays(instant: SQLWrapper, { from, to }: LocalDays, zone: SQLWrapper): SQL {
  const begin = (day: SQL) => sql`(select ${instantOf(day, zone)})`
  const since = from === undefined ? sql`true` : sql`${instant} >= ${begin(sql`${from}::timestamp`)}`
  const until = to === undefined ? sql`true` : sql`${instant} < ${begin(sql`(${to}::timestamp + interval '1 day')`)}`
  return sql`(${since} and ${until})`
}

/** An instant as an export writes it, on the clock of `timeZone`: 2026-03-31 23:15:00. */
export function localTime(instant: SQLWrapper, timeZone: string): SQL {
  return sql`to_char(${instant} at time zone ${timeZone}, 'YYYY-MM-DD HH24:MI:SS')`
}

/** An instant as it is recorded, to the microsecond: 2026-03-31T20:15:00.123456Z. */
export function exactUtcTime(instant: SQLWrapper): SQL {
  return sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

/** An instant as the contracts write it: 2026-03-31T20:15:00.000Z. */
export function utcTime(instant: SQLWrapper): SQL {
  return sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
