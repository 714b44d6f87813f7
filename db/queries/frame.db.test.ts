import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shellCaller, systemScope } from '@/db/access'
import { changeBusiness, ensureBusiness } from '@/db/commands/business'
import { askedWindows } from '@/db/testing/asked-windows'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type AskedWindow, expectedWindow } from '@/db/testing/expected-window'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { resolveFrame } from './frame'

/** Whole, half and quarter hours, both hemispheres, changes at midnight, a half-hour change, a day left out. */
const ZONES = [
  'UTC',
  'Africa/Dar_es_Salaam',
  'Africa/Cairo',
  'America/New_York',
  'America/Santiago',
  'America/Havana',
  'America/St_Johns',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Pacific/Apia',
  'Pacific/Auckland',
]

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await ensureBusiness(database.db, {})
})
afterAll(() => database.drop())

async function windowOf(asOf: string, asked: Partial<AskedWindow>) {
  const params = groupsParamsSchema.parse({ as_of: asOf, ...asked })
  const { window, previous } = await resolveFrame(database.db, systemScope(), params)
  return { ...window, previous_from: previous?.from ?? null, previous_to: previous?.to ?? null }
}

describe.each(ZONES)('in %s', (zone) => {
  test('windows are those of an independent calendar at any instant', async () => {
    await changeBusiness(database.db, shellCaller(), { timeZone: zone })
    const instant = fc.date({ min: new Date('1995-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    const check = async (at: Date, index: number) => {
      const asked = askedWindows(at.toISOString())[index]
      if (asked) expect(await windowOf(at.toISOString(), asked)).toEqual(expectedWindow(at.toISOString(), zone, asked))
    }
    await fc.assert(fc.asyncProperty(instant, fc.nat({ max: 29 }), check), { numRuns: 200 })
  })

  test('windows are those of an independent calendar around every change of the clocks', async () => {
    await changeBusiness(database.db, shellCaller(), { timeZone: zone })
    for (const change of clockChanges(zone, 2009, 2012)) {
      for (const minutes of [-61, -31, -1, 0, 1, 31, 61, 24 * 60]) {
        for (const months of [0, 1, 12]) {
          const asOf = monthsLater(new Date(change + minutes * 60_000), months)
          const asked: AskedWindow = { period: months === 12 ? '1year' : '1month', compare: 'previous' }
          expect(await windowOf(asOf, asked), asOf).toEqual(expectedWindow(asOf, zone, asked))
        }
      }
    }
  })

  test('days that the clocks change on, before or after begin and end where an independent calendar has them', async () => {
    await changeBusiness(database.db, shellCaller(), { timeZone: zone })
    for (const change of clockChanges(zone, 2010, 2012)) {
      const day = (offset: number) => new Date(change + offset * 86_400_000).toISOString().slice(0, 10)
      for (const offset of [-1, 0, 1]) {
        for (const compare of ['previous', 'last_year'] as const) {
          const asked: AskedWindow = { period: 'custom', from: day(offset), to: day(offset), compare }
          for (const asOf of [new Date(change + 30 * 60_000).toISOString(), monthsLater(new Date(change), 12)]) {
            if (Date.parse(expectedWindow(asOf, zone, asked).from) > Date.parse(asOf)) continue
            expect(await windowOf(asOf, asked), `${asOf} ${asked.from}`).toEqual(expectedWindow(asOf, zone, asked))
          }
        }
      }
    }
  })
})

test('one month as of 30 March starts on the last day of February', async () => {
  await changeBusiness(database.db, shellCaller(), { timeZone: 'UTC' })
  expect((await windowOf('2026-03-30T12:00:00Z', { period: '1month' })).from).toBe('2026-02-28T00:00:00.000Z')
  expect((await windowOf('2024-03-30T12:00:00Z', { period: '1month' })).from).toBe('2024-02-29T00:00:00.000Z')
})

const window = (from: string, to: string, previous_from: string | null, previous_to: string | null) => {
  const instant = (text: string | null) => text && new Date(text).toISOString()
  return {
    from: instant(from),
    to: instant(to),
    previous_from: instant(previous_from),
    previous_to: instant(previous_to),
  }
}

describe('worked out by hand, on a clock without changes', () => {
  beforeAll(() => changeBusiness(database.db, shellCaller(), { timeZone: 'UTC' }))
  const NOON = '2026-03-30T12:00:00Z'

  test('this month is compared with the same part of the month before, cut at its end', async () => {
    const expected = window('2026-03-01T00:00Z', NOON, '2026-02-01T00:00Z', '2026-02-28T12:00Z')
    expect(await windowOf(NOON, { period: 'this_month' })).toEqual(expected)
  })

  test('the last calendar month is whole, and so is what it is compared with, in a leap year too', async () => {
    expect(await windowOf('2025-03-10T12:00:00Z', { period: 'last_calendar_month' })).toEqual(
      window('2025-02-01T00:00Z', '2025-03-01T00:00Z', '2025-01-01T00:00Z', '2025-02-01T00:00Z'),
    )
    expect(await windowOf('2025-03-10T12:00:00Z', { period: 'last_calendar_month', compare: 'last_year' })).toEqual(
      window('2025-02-01T00:00Z', '2025-03-01T00:00Z', '2024-02-01T00:00Z', '2024-03-01T00:00Z'),
    )
  })

  test('this year up to 29 February is compared with last year up to the same time on the 28th', async () => {
    const asOf = '2024-02-29T12:00:00Z'
    const expected = window('2024-01-01T00:00Z', asOf, '2023-01-01T00:00Z', '2023-02-28T12:00Z')
    expect(await windowOf(asOf, { period: 'this_year' })).toEqual(expected)
  })

  test('a range of one day is compared with the day before', async () => {
    const day = { period: 'custom', from: '2026-03-01', to: '2026-03-01' } as const
    const expected = window('2026-03-01T00:00Z', '2026-03-02T00:00Z', '2026-02-28T00:00Z', '2026-03-01T00:00Z')
    expect(await windowOf(NOON, day)).toEqual(expected)
  })

  test('a range of today is compared with yesterday up to the same time', async () => {
    const today = { period: 'custom', from: '2026-03-30', to: '2026-03-30' } as const
    const expected = window('2026-03-30T00:00Z', NOON, '2026-03-29T00:00Z', '2026-03-29T12:00Z')
    expect(await windowOf(NOON, today)).toEqual(expected)
  })

  test.each([
    ['2024-02-28', '2023-02-28T00:00Z', '2023-03-01T00:00Z'],
    ['2024-02-29', '2023-02-28T00:00Z', '2023-03-01T00:00Z'],
    ['2024-03-01', '2023-03-01T00:00Z', '2023-03-02T00:00Z'],
  ])('the day %s of a leap year is compared with one day of the year before', async (day, from, to) => {
    const compared = await windowOf(NOON, { period: 'custom', from: day, to: day, compare: 'last_year' })
    expect(compared).toMatchObject({
      previous_from: new Date(from).toISOString(),
      previous_to: new Date(to).toISOString(),
    })
  })

  test('a range longer than a year overlaps last year, and is not cut', async () => {
    const range = { period: 'custom', from: '2024-01-01', to: '2025-12-31', compare: 'last_year' } as const
    const expected = window('2024-01-01T00:00Z', '2026-01-01T00:00Z', '2023-01-01T00:00Z', '2025-01-01T00:00Z')
    expect(await windowOf(NOON, range)).toEqual(expected)
  })

  test('compared with nothing there is no window before', async () => {
    const alone = await windowOf(NOON, { period: 'this_year', compare: 'none' })
    expect(alone).toEqual(window('2026-01-01T00:00Z', NOON, null, null))
  })

  test('a range that has not begun is refused, and one that begins at this moment is empty', async () => {
    const from = (asOf: string) => windowOf(asOf, { period: 'custom', from: '2026-03-31', to: '2026-04-02' })
    await expect(from('2026-03-30T23:59:59.999Z')).rejects.toMatchObject({
      status: 400,
      fields: [{ name: 'from', message: 'begins after the moment of the figures' }],
    })
    expect(await from('2026-03-31T00:00:00Z')).toMatchObject({
      from: '2026-03-31T00:00:00.000Z',
      to: '2026-03-31T00:00:00.000Z',
    })
  })

  test('only a period with days to come is running', async () => {
    const running = async (asked: Partial<AskedWindow>) =>
      (await resolveFrame(database.db, systemScope(), groupsParamsSchema.parse({ as_of: NOON, ...asked }))).elapsed
    expect(await running({ period: 'this_month' })).toBe(true)
    expect(await running({ period: '6months' })).toBe(true)
    expect(await running({ period: 'last_calendar_month' })).toBe(false)
    expect(await running({ period: 'custom', from: '2026-03-01', to: '2026-03-29' })).toBe(false)
    expect(await running({ period: 'custom', from: '2026-03-01', to: '2026-03-30' })).toBe(true)
  })
})

test('where midnight is left out, a day begins when the clocks have gone on', async () => {
  await changeBusiness(database.db, shellCaller(), { timeZone: 'Africa/Cairo' })
  const day = { period: 'custom', from: '2026-04-24', to: '2026-04-24' } as const
  // Egypt goes from 00:00 +02 to 01:00 +03 on the last Friday of April: the day has 23 hours, the one before 24.
  const expected = window('2026-04-23T22:00Z', '2026-04-24T21:00Z', '2026-04-22T22:00Z', '2026-04-23T22:00Z')
  expect(await windowOf('2026-05-01T00:00:00Z', day)).toEqual(expected)
})

test('without an instant the window ends now', async () => {
  const before = Date.now()
  const { window } = await resolveFrame(database.db, systemScope(), groupsParamsSchema.parse({}))
  expect(Math.abs(Date.parse(window.to) - before)).toBeLessThan(60_000)
})

/** The hours at which a zone's offset changes. */
function clockChanges(zone: string, firstYear: number, lastYear: number): number[] {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const offset = (at: number) => format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value
  const changes: number[] = []
  for (let at = Date.UTC(firstYear, 0, 1); at < Date.UTC(lastYear, 0, 1); at += 3_600_000) {
    if (offset(at) !== offset(at + 3_600_000)) changes.push(at + 3_600_000)
  }
  return changes
}

function monthsLater(at: Date, months: number): string {
  return new Date(new Date(at).setUTCMonth(at.getUTCMonth() + months)).toISOString()
}
