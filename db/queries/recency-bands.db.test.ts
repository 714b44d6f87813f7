import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { customers } from '@/db/schema/customers'
import { branches } from '@/db/schema/reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { keepOnlyVisible } from '@/db/testing/keep-only-visible'
import { expectedRecency } from '@/db/testing/recency-reference'
import { setRecencyRules, TEST_RECENCY_RULES } from '@/db/testing/recency-rules'
import { type CustomerSpec, recordWorkshop } from '@/db/testing/workshop'
import { type GeneratedWorkshop, generatedWorkshop, TEST_BRANCHES } from '@/db/testing/workshop-arbitrary'
import { DEFAULT_RECENCY_RULE, RECENCY_BANDS, type RecencyRule } from '@/lib/customer-groups/recency'
import { bandedBy, recencyColumns, recencyCtes } from './recency-bands'
import { withVisible } from './visible-records'

const TO = '2026-03-31T10:00:00.000Z'
const DAY_MS = 86_400_000
const ago = (days: number, ms = 0) => new Date(Date.parse(TO) - days * DAY_MS + ms).toISOString()
const orders = (...days: number[]) => days.map((day) => ({ at: ago(day) }))
const OWN: RecencyRule = { ...DEFAULT_RECENCY_RULE, own_rhythm: true }

/** The bands of everybody who can be seen, by name. */
async function recencyOf({ db }: TestDatabase, to: string, branchIds: readonly string[] | null = null) {
  const frame = { window: { to }, visibleBranchIds: branchIds }
  const known = sql`(select ${customers.id}, ${customers.groupId}, ${customers.externalId}, ${recencyColumns(frame)}
    from ${customers} where ${customers.knownSince} < ${to}::timestamptz and ${customers.mergedIntoId} is null)`
  const { rows } = await db.execute(sql`
    ${withVisible(branchIds, recencyCtes(frame))}
    select external_id as name, band, days_since_last_order, at_risk_after_days, lapsed_after_days,
      dormant_after_days, gaps::int, own_median_gap_days as median_gap_days, group_median_gap_days, expected_gap_days
    from (${bandedBy(frame, known)}) as banded`)
  return rows.sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1))
}

async function bandsOf(specs: CustomerSpec[], rules: Record<string, RecencyRule> = {}) {
  const database = await createTestDatabase()
  await recordWorkshop(database.db, {}, specs)
  await setRecencyRules(database.db, rules)
  const rows = await recencyOf(database, TO)
  await database.drop()
  return rows
}

test('whole days since the last counted order before the instant decide, by the defaults where nothing is set', async () => {
  const rows = await bandsOf([
    { name: 'a, 90 days and all but a moment more', orders: [{ at: ago(91, 1) }] },
    { name: 'b, 91 days', orders: orders(91) },
    { name: 'c, 181 days', orders: orders(400, 181) },
    { name: 'd, 366 days', orders: orders(366) },
    { name: 'e, cancelled alone', orders: [{ at: ago(1), status: 'cancelled' }] },
    { name: 'f, came again at that instant and later', orders: orders(200, 0, -3) },
    { name: 'g, first came later', registeredAt: ago(50), orders: orders(-1) },
    { name: 'h, at that very instant', orders: orders(0) },
    { name: 'i, a cancelled one since', orders: [...orders(100), { at: ago(2), status: 'cancelled' }] },
  ])
  expect(rows.map(({ name, band, days_since_last_order }) => [name, band, days_since_last_order])).toEqual([
    ['a, 90 days and all but a moment more', 'active', 90],
    ['b, 91 days', 'at_risk', 91],
    ['c, 181 days', 'lapsed', 181],
    ['d, 366 days', 'dormant', 366],
    ['e, cancelled alone', 'never', null],
    ['f, came again at that instant and later', 'lapsed', 200],
    ['g, first came later', 'never', null],
    ['i, a cancelled one since', 'at_risk', 100],
  ])
})

test('a group’s own thresholds hold for it, the business’s for all others', async () => {
  const days = { at_risk_after_days: 10, lapsed_after_days: 20, dormant_after_days: 30, own_rhythm: false }
  const rows = await bandsOf(
    ['personal', 'company'].map((group) => ({ name: group, group, orders: orders(25) })),
    { business: days, company: { ...days, at_risk_after_days: 1, lapsed_after_days: 2, dormant_after_days: 3 } },
  )
  expect(rows.map(({ name, band }) => [name, band])).toEqual([
    ['company', 'dormant'],
    ['personal', 'lapsed'],
  ])
})

describe('by its own rhythm', () => {
  const company = (name: string, ...days: number[]) => ({ name, group: 'company', orders: orders(...days) })

  test('a customer is at risk after two gaps, shrunk to the median of its group for a short history', async () => {
    const rows = await bandsOf(
      [
        // Gaps of 10, 10 and 10, and of 20, 20 and 20 days: the group's median is 15.
        company('a', 56, 46, 36, 26),
        company('b', 95, 75, 55, 35),
        // No gap: 15 days are expected. One gap of 5, the last order 25 whole days ago: (5 + 45) / 4.
        company('c', 31),
        { ...company('d', 31, 26), orders: [...orders(31, 26), { at: ago(26, DAY_MS - 1) }] },
        // Another group has no rhythm of its own yet.
        { name: 'e', orders: orders(30) },
        company('f'),
      ],
      { business: OWN },
    )
    const told = rows.map((row) => [row.name, row.band, row.at_risk_after_days, row.gaps, row.median_gap_days])
    expect(told).toEqual([
      ['a', 'at_risk', 25, 3, 10],
      ['b', 'active', 35, 3, 20],
      ['c', 'at_risk', 30, 0, null],
      ['d', 'active', 25, 1, 5],
      ['e', 'active', 90, null, null],
      ['f', 'never', 90, null, null],
    ])
    expect(rows.slice(0, 4).map((row) => [row.group_median_gap_days, row.expected_gap_days])).toEqual([
      [15, 12.5],
      [15, 17.5],
      [15, 15],
      [15, 12.5],
    ])
  })

  test('orders less than a day after the one before them are the same visit', async () => {
    const hours = (...before: number[]) => before.map((hour) => ({ at: ago(hour / 24) }))
    const rows = await bandsOf([{ name: 'a', group: 'company', orders: hours(240, 220, 200, 176, 152, 128) }], {
      company: OWN,
    })
    expect(rows).toMatchObject([{ gaps: 3, median_gap_days: 1, at_risk_after_days: 7 }])
  })

  test('"at risk" begins after a week at the earliest, and before "lapsed"', async () => {
    const rule = { at_risk_after_days: 2, lapsed_after_days: 5, dormant_after_days: 9, own_rhythm: true }
    const [short] = await bandsOf([company('a', 9, 8, 7, 6)], { company: { ...OWN } })
    expect(short).toMatchObject({ at_risk_after_days: 7, band: 'active' })
    const [long] = await bandsOf([company('a', 9, 8, 7, 6)], { company: rule })
    expect(long).toMatchObject({ at_risk_after_days: 4, band: 'lapsed' })
  })
})

/** How many days after the workshop's own instant is asked. */
const LATER = [0, -30, -200, -400, 40, 900]

function instantsAround({ asOf }: GeneratedWorkshop): string[] {
  return LATER.map((days) => new Date(Date.parse(asOf) + days * DAY_MS).toISOString())
}

test('every customer’s band equals the one worked out on its own, and the bands partition the customers', async () => {
  const check = async (workshop: GeneratedWorkshop) => {
    const database = await createTestDatabase()
    try {
      await recordWorkshop(database.db, workshop, workshop.customers, TEST_BRANCHES)
      await setRecencyRules(database.db, TEST_RECENCY_RULES)
      for (const to of instantsAround(workshop)) {
        const expected = expectedRecency(workshop.customers, to, (group) => TEST_RECENCY_RULES[group] ?? OWN)
        const rows = await recencyOf(database, to)
        expect(rows).toEqual(expected.sort((a, b) => (a.name < b.name ? -1 : 1)))
        for (const { band } of rows) expect(RECENCY_BANDS).toContain(band)
      }
    } finally {
      await database.drop()
    }
  }
  await fc.assert(fc.asyncProperty(generatedWorkshop, check), { numRuns: 8, endOnFailure: true })
})

test('with limited branches bands and rhythms are those of a database that holds nothing else', async () => {
  const check = async (workshop: GeneratedWorkshop) => {
    const database = await createTestDatabase()
    try {
      await recordWorkshop(database.db, workshop, workshop.customers, TEST_BRANCHES)
      await setRecencyRules(database.db, TEST_RECENCY_RULES)
      const places = await database.db.select().from(branches)
      const visible = places.filter(({ code }) => code !== 'airport').map(({ id }) => id)
      const limited = []
      for (const to of instantsAround(workshop)) limited.push(await recencyOf(database, to, visible))
      await keepOnlyVisible(database.db, visible)
      for (const to of instantsAround(workshop)) expect(limited.shift()).toEqual(await recencyOf(database, to))
    } finally {
      await database.drop()
    }
  }
  await fc.assert(fc.asyncProperty(generatedWorkshop, check), { numRuns: 3, endOnFailure: true })
})
