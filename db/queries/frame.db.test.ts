import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shellCaller, systemScope } from '@/db/access'
import { changeBusiness, ensureBusiness } from '@/db/commands/business'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { expectedWindow } from '@/db/testing/expected-window'
import { groupsParamsSchema } from '@/lib/customer-groups/contract'
import { PERIODS, type Period } from '@/lib/definitions'
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

async function windowOf(asOf: string, period: Period) {
  const params = groupsParamsSchema.parse({ as_of: asOf, period })
  const { window, previous } = await resolveFrame(database.db, systemScope(), params)
  return { ...window, previous_from: previous.from, previous_to: previous.to }
}

describe.each(ZONES)('in %s', (zone) => {
  test('windows are those of an independent calendar at any instant', async () => {
    await changeBusiness(database.db, shellCaller(), { timeZone: zone })
    const instant = fc.date({ min: new Date('1995-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    const check = async (at: Date, period: Period) => {
      expect(await windowOf(at.toISOString(), period)).toEqual(expectedWindow(at.toISOString(), zone, period))
    }
    await fc.assert(fc.asyncProperty(instant, fc.constantFrom(...PERIODS), check), { numRuns: 150 })
  })

  test('windows are those of an independent calendar around every change of the clocks', async () => {
    await changeBusiness(database.db, shellCaller(), { timeZone: zone })
    for (const change of clockChanges(zone, 2009, 2012)) {
      for (const minutes of [-61, -31, -1, 0, 1, 31, 61, 24 * 60]) {
        for (const months of [0, 1, 12]) {
          const asOf = monthsLater(new Date(change + minutes * 60_000), months)
          const period = months === 12 ? '1year' : '1month'
          expect(await windowOf(asOf, period), asOf).toEqual(expectedWindow(asOf, zone, period))
        }
      }
    }
  })
})

test('one month as of 30 March starts on the last day of February', async () => {
  await changeBusiness(database.db, shellCaller(), { timeZone: 'UTC' })
  expect((await windowOf('2026-03-30T12:00:00Z', '1month')).from).toBe('2026-02-28T00:00:00.000Z')
  expect((await windowOf('2024-03-30T12:00:00Z', '1month')).from).toBe('2024-02-29T00:00:00.000Z')
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
