import { Temporal } from 'temporal-polyfill'
import { PERIOD_MONTHS, type Period } from '@/lib/definitions'

export type ExpectedWindow = { from: string; to: string; previous_from: string; previous_to: string }

/** The window of a period as the definitions say it, worked out by Temporal and without a database. */
export function expectedWindow(asOf: string, zone: string, period: Period): ExpectedWindow {
  const months = PERIOD_MONTHS[period]
  const now = Temporal.Instant.from(asOf).toZonedDateTimeISO(zone).toPlainDateTime()
  const firstDay = now.toPlainDate().add({ days: 1 }).subtract({ months }).toPlainDateTime()
  const from = instantOf(firstDay, zone)
  const previousTo = instantOf(now.subtract({ months }), zone)
  return {
    from: text(from),
    to: text(Temporal.Instant.from(asOf)),
    previous_from: text(instantOf(firstDay.subtract({ months }), zone)),
    previous_to: text(Temporal.Instant.compare(previousTo, from) < 0 ? previousTo : from),
  }
}

/** "Compatible" takes the first of two, and for a local time that is left out the offset before the change. */
function instantOf(local: Temporal.PlainDateTime, zone: string): Temporal.Instant {
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}

function text(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toISOString()
}
