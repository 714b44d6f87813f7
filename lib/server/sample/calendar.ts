import { Temporal } from 'temporal-polyfill'

export const SAMPLE_TIME_ZONE = 'Africa/Dar_es_Salaam'
const SAMPLE_MONTHS = 26

/** A day of the workshop: when it is open, in seconds of the local day, and how busy it is beside an ordinary day. */
export type WorkDay = { date: string; month: number; opens: number; closes: number; busyness: number; age: number }

const HOUR = 3600
const CLOSED_ON = new Set(['01-01', '01-12', '04-26', '05-01', '07-07', '08-08', '12-09', '12-25', '12-26'])
/** January to December: school fees make January slow, the long rains April; budgets end in June. */
const SEASON = [0.84, 0.95, 1, 0.88, 0.95, 1.12, 1.05, 1, 1, 1.04, 1.06, 1.15]

const RUNNING_DAY_SHARE = 0.4

/** Every day from 26 months before the local date of `now` up to that date, oldest first. */
export function workDays(now: Date): WorkDay[] {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(SAMPLE_TIME_ZONE)
  const today = local.toPlainDate()
  const count = today.since(today.subtract({ months: SAMPLE_MONTHS }), { largestUnit: 'days' }).days
  const days = Array.from({ length: count }, (_, index) =>
    ordinaryDay(today.subtract({ days: count - index }), count - index),
  )
  const secondOfDay = (local.hour * 60 + local.minute) * 60 + local.second
  return [...days, runningDay(ordinaryDay(today, 0), secondOfDay)]
}

/** A moment of the day with its offset; a position in [0, 1) is a share of the opening hours, mornings being fuller. */
export function momentOn(day: WorkDay, position: number): string {
  const second = Math.floor(day.opens + position ** 1.25 * (day.closes - day.opens))
  const parts = [Math.floor(second / HOUR), Math.floor(second / 60) % 60, second % 60]
  // Tanzania keeps +03:00 the whole year.
  return `${day.date}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}+03:00`
}

/** A day before the records begin, `days` before the first of them. */
export function dayBefore(first: WorkDay, days: number): WorkDay {
  return ordinaryDay(Temporal.PlainDate.from(first.date).subtract({ days }), first.age + days)
}

function ordinaryDay(date: Temporal.PlainDate, age: number): WorkDay {
  const closed = date.dayOfWeek === 7 || CLOSED_ON.has(date.toString().slice(5))
  const saturday = date.dayOfWeek === 6
  const busyness = closed ? 0 : (saturday ? 0.55 : 1) * (SEASON[date.month - 1] ?? 1)
  return {
    date: date.toString(),
    month: date.month,
    opens: 8 * HOUR,
    closes: (saturday ? 14 : 18) * HOUR,
    busyness,
    age,
  }
}

/**
 * Today has happened up to `second` only, in which less than a whole day's work fits; before the doors open its orders
 * are those of the breakdown service.
 */
function runningDay(day: WorkDay, second: number): WorkDay {
  const opened = second > day.opens + HOUR / 2
  return {
    ...day,
    opens: opened ? day.opens : 0,
    closes: Math.min(day.closes, second),
    busyness: day.busyness * RUNNING_DAY_SHARE,
  }
}
