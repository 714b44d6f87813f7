/** Written out here, for the months' short names differ between versions of the runtime's locale tables. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

type LocalTime = { year: number; month: string; day: number; time: string; seconds: string }

/** "22 Mar 2026": the day of an ISO instant on the clock of `timeZone`. */
export function formatDate(instant: string, timeZone: string): string {
  const { day, month, year } = onClock(instant, timeZone)
  return `${day} ${month} ${year}`
}

/** "14:02": the time of an ISO instant on the clock of `timeZone`. */
export function formatTime(instant: string, timeZone: string): string {
  return onClock(instant, timeZone).time
}

/** "22 Mar 2026, 14:02". */
export function formatDateTime(instant: string, timeZone: string): string {
  return `${formatDate(instant, timeZone)}, ${formatTime(instant, timeZone)}`
}

/** "22 Mar 2026, 14:02:37": exact to the second, where the clock is named elsewhere. */
export function formatToSecond(instant: string, timeZone: string): string {
  return `${formatDateTime(instant, timeZone)}:${onClock(instant, timeZone).seconds}`
}

/** "22 Mar 2026, 14:02:37 (Dar es Salaam)": exact to the second, with the clock that it is read on. */
export function formatExactTime(instant: string, timeZone: string): string {
  return `${formatToSecond(instant, timeZone)} (${zoneCity(timeZone)})`
}

/**
 * The days of the half-open window `[from, to)`, first and last included: "23 Sep 2025 – 22 Mar 2026",
 * "1 – 22 Mar 2026" within a month, one day alone as "22 Mar 2026".
 */
export function formatDays(from: string, to: string, timeZone: string): string {
  const first = onClock(from, timeZone)
  const lastInstant = Math.max(Date.parse(from), Date.parse(to) - 1)
  const last = onClock(new Date(lastInstant).toISOString(), timeZone)
  const end = `${last.day} ${last.month} ${last.year}`
  if (first.year !== last.year) return `${first.day} ${first.month} ${first.year} – ${end}`
  if (first.month !== last.month) return `${first.day} ${first.month} – ${end}`
  return first.day === last.day ? end : `${first.day} – ${end}`
}

/** "31 Mar 2026": the last day of a window that ends, half-open, at `to`. */
export function formatLastDay(to: string, timeZone: string): string {
  return formatDate(new Date(Date.parse(to) - 1).toISOString(), timeZone)
}

/** The place whose clock counts: "Africa/Dar_es_Salaam" is "Dar es Salaam", "Etc/GMT+3" is "GMT+3". */
export function zoneCity(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

function onClock(instant: string, timeZone: string): LocalTime {
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  )
  return {
    year: Number(parts.year),
    month: MONTHS[Number(parts.month) - 1] ?? '',
    day: Number(parts.day),
    time: `${parts.hour}:${parts.minute}`,
    seconds: parts.second ?? '00',
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs far more than using it, and a table shows dozens of dates. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(timeZone, made)
  return made
}

/** "Mar 2026", of a calendar month as 2026-03. */
export function formatMonth(month: string): string {
  const [year, number] = month.split('-')
  return `${MONTHS[Number(number) - 1] ?? ''} ${year}`
}
