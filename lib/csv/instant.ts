import { Temporal } from 'temporal-polyfill'

const EXTENDED = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i
const BASIC = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d{1,12}))?)?(Z|[+-]\d\d(?:\d\d)?)?)?$/i

const FIRST_MS = Date.UTC(1900, 0, 1)
const END_MS = Date.UTC(2200, 0, 1)

/**
 * An ISO 8601 date or date with time as an instant in UTC to the microsecond ('2026-03-31T20:15:00.123456Z'), or null
 * where it is none or lies outside 1900 to 2199. Without an offset it is a local time in `zone` (IANA): one that occurs
 * twice means the first, one that does not exist is read with the offset before the change.
 */
export function parseInstant(text: string, zone: string): string | null {
  const match = EXTENDED.exec(text) ?? BASIC.exec(text)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  if (hour > 23 || minute > 59 || second > 59) return null
  const atUtc = Date.UTC(year, month - 1, day, hour, minute, second)
  const calendar = new Date(atUtc)
  if (calendar.getUTCMonth() !== month - 1 || calendar.getUTCDate() !== day) return null
  const offsetMs = match[8] === undefined ? undefined : parseOffsetMs(match[8])
  if (offsetMs === null) return null
  const instantMs =
    offsetMs === undefined ? localMs({ year, month, day, hour, minute, second }, zone) : atUtc - offsetMs
  if (instantMs < FIRST_MS || instantMs >= END_MS) return null
  const microseconds = (match[7] ?? '').padEnd(6, '0').slice(0, 6)
  return `${new Date(instantMs).toISOString().slice(0, 19)}.${microseconds}Z`
}

function parseOffsetMs(text: string): number | null {
  if (text.toUpperCase() === 'Z') return 0
  const digits = text.replace(/\D/g, '').padEnd(4, '0')
  const hours = Number(digits.slice(0, 2))
  const minutes = Number(digits.slice(2))
  if (hours > 23 || minutes > 59) return null
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

type LocalTime = { year: number; month: number; day: number; hour: number; minute: number; second: number }

function localMs(local: LocalTime, zone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}
