import { Temporal } from 'temporal-polyfill'
import { type Comparison, type MonthsPeriod, PERIOD_MONTHS, type Period } from '@/lib/definitions'

export type ExpectedWindow = { from: string; to: string; previous_from: string | null; previous_to: string | null }

/** A period as a test asks for it; a custom one has its first and last day. */
export type AskedWindow = { period: Period; from?: string; to?: string; compare: Comparison }

type Local = Temporal.PlainDateTime
type Length = { years?: number; months?: number; days?: number }
type LocalPeriod = { first: Local; end: Local; length: Length }

/** The windows of a period as the definitions say it, worked out by Temporal and without a database. */
export function expectedWindow(asOf: string, zone: string, asked: AskedWindow): ExpectedWindow {
  const asOfInstant = Temporal.Instant.from(asOf)
  const now = asOfInstant.toZonedDateTimeISO(zone).toPlainDateTime()
  const { first, end, length } = localPeriod(now, asked)
  const running = end === now || Temporal.Instant.compare(instantOf(end, zone), asOfInstant) > 0
  const from = instantOf(first, zone)
  const window = { from: text(from), to: text(running ? asOfInstant : instantOf(end, zone)) }
  if (asked.compare === 'none') return { ...window, previous_from: null, previous_to: null }
  const back = asked.compare === 'last_year' ? { years: 1 } : length
  const previousTo = instantOf(running ? now.subtract(back) : wholeEndBefore(end, back), zone)
  const isCut = asked.compare === 'previous' && Temporal.Instant.compare(previousTo, from) > 0
  return {
    ...window,
    previous_from: text(instantOf(first.subtract(back), zone)),
    previous_to: text(isCut ? from : previousTo),
  }
}

/** The end of 28 February stays the end of the 28th, also where the year before has no 29th to begin. */
function wholeEndBefore(end: Local, back: Length): Local {
  return end.month === 2 && end.day === 29 && 'years' in back ? end.subtract(back).add({ days: 1 }) : end.subtract(back)
}

function localPeriod(now: Local, { period, from, to }: AskedWindow): LocalPeriod {
  const today = now.toPlainDate()
  const monthStart = midnight(today.with({ day: 1 }))
  const months = (count: number) => ({ months: count })
  switch (period) {
    case 'this_month':
      return { first: monthStart, end: now, length: months(1) }
    case 'this_year':
      return { first: midnight(today.with({ month: 1, day: 1 })), end: now, length: { years: 1 } }
    case 'last_calendar_month':
      return { first: monthStart.subtract(months(1)), end: monthStart, length: months(1) }
    case 'custom':
      return customPeriod(from ?? '', to ?? '')
    default:
      return monthsUpTo(now, period)
  }
}

function monthsUpTo(now: Local, period: MonthsPeriod): LocalPeriod {
  const length = { months: PERIOD_MONTHS[period] }
  return { first: midnight(now.toPlainDate().add({ days: 1 }).subtract(length)), end: now, length }
}

function customPeriod(from: string, to: string): LocalPeriod {
  const firstDay = Temporal.PlainDate.from(from)
  const dayAfter = Temporal.PlainDate.from(to).add({ days: 1 })
  return { first: midnight(firstDay), end: midnight(dayAfter), length: { days: firstDay.until(dayAfter).days } }
}

const midnight = (day: Temporal.PlainDate) => day.toPlainDateTime()

/** "Compatible" takes the first of two, and for a local time that is left out the offset before the change. */
function instantOf(local: Local, zone: string): Temporal.Instant {
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}

function text(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toISOString()
}
