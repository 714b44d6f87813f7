import { expect, test } from 'vitest'
import { formatDate, formatDateTime, formatDays, formatExactTime, formatLastDay, formatMonth, zoneCity } from './date'

const DAR = 'Africa/Dar_es_Salaam'

test('an instant is shown on the clock of the business', () => {
  expect(formatDateTime('2026-03-21T21:30:00.000Z', DAR)).toBe('22 Mar 2026, 00:30')
  expect(formatDate('2026-03-21T20:59:59.999Z', DAR)).toBe('21 Mar 2026')
})

test('clocks that change are followed to the minute', () => {
  expect(formatDateTime('2026-03-29T00:59:00.000Z', 'Europe/Berlin')).toBe('29 Mar 2026, 01:59')
  expect(formatDateTime('2026-03-29T01:00:00.000Z', 'Europe/Berlin')).toBe('29 Mar 2026, 03:00')
})

test('the exact time says whose clock it is', () => {
  expect(formatExactTime('2026-09-01T11:02:37.000Z', DAR)).toBe('1 Sep 2026, 14:02:37 (Dar es Salaam)')
})

test('the last day of a half-open window is the one before its end', () => {
  expect(formatDays('2025-09-22T21:00:00.000Z', '2026-03-22T21:00:00.000Z', DAR)).toBe('23 Sep 2025 – 22 Mar 2026')
})

test('a running day belongs to its window', () => {
  expect(formatDays('2025-09-22T21:00:00.000Z', '2026-03-22T11:02:00.000Z', DAR)).toBe('23 Sep 2025 – 22 Mar 2026')
})

test('years and months are said once where they are the same', () => {
  expect(formatDays('2026-02-28T21:00:00.000Z', '2026-03-22T11:00:00.000Z', DAR)).toBe('1 – 22 Mar 2026')
  expect(formatDays('2026-01-22T21:00:00.000Z', '2026-03-22T11:00:00.000Z', DAR)).toBe('23 Jan – 22 Mar 2026')
  expect(formatDays('2026-03-21T21:00:00.000Z', '2026-03-22T11:00:00.000Z', DAR)).toBe('22 Mar 2026')
})

test('an empty window is its first day', () => {
  expect(formatDays('2026-03-21T21:00:00.000Z', '2026-03-21T21:00:00.000Z', DAR)).toBe('22 Mar 2026')
})

test('what ends at midnight ends with the day before', () => {
  expect(formatLastDay('2026-03-31T21:00:00.000Z', DAR)).toBe('31 Mar 2026')
  expect(formatLastDay('2026-03-31T21:00:00.001Z', DAR)).toBe('1 Apr 2026')
})

test('a zone is named by its place', () => {
  expect(zoneCity(DAR)).toBe('Dar es Salaam')
  expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  expect(zoneCity('UTC')).toBe('UTC')
})

test('a calendar month is named with its year', () => {
  expect(formatMonth('2026-03')).toBe('Mar 2026')
})
