const DAY = /^\d{4}-\d\d-\d\d$/

export const FIRST_DAY = '1900-01-01'
export const LAST_DAY = '2199-12-31'

/** A day of the calendar from 1900 to 2199, as 2026-03-31; null for anything else. */
export function readDay(text: string): string | null {
  return isDay(text) && text >= FIRST_DAY && text <= LAST_DAY ? text : null
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  const at = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
