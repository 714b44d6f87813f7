import { z } from 'zod'

/** A count or a sum of minor units, exact: one beyond 2^53 is an error, never a rounded figure. */
export const whole = z.int()

/** The same outside of JSON, where the driver gives a bigint as text. */
export const wholeText = z.string().transform(Number).pipe(whole)

/** PostgreSQL's JSON has offsets and up to microseconds; the contracts have UTC to the millisecond. */
export const instant = z.string().transform((text) => new Date(text).toISOString())
