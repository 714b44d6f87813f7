import { expect, it } from 'vitest'
import { localDayOf } from './local-day'

it.each([
  ['2026-03-31T20:59:59Z', 'Africa/Dar_es_Salaam', '2026-03-31'],
  ['2026-03-31T21:00:00Z', 'Africa/Dar_es_Salaam', '2026-04-01'],
  ['2026-01-01T03:00:00Z', 'America/New_York', '2025-12-31'],
  ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25'],
])('at %s it is, in %s, %s', (instant, timeZone, day) => {
  expect(localDayOf(new Date(instant), timeZone)).toBe(day)
})
