import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type Bought, scorerOf, segmentOf } from '@/db/testing/rfm-forms'
import { recordWorkshop } from '@/db/testing/workshop'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { resolveFrame } from './frame'
import { byTypeNow } from './groupings/by-type'
import { membersCtes } from './members'
import { nextValues, rfmCte } from './rfm-scores'

const TO = '2026-03-31T10:00:00.000Z'
const ago = (days: number) => new Date(Date.parse(TO) - days * 86_400_000).toISOString()

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** The scores of customers of whom nothing else is known, in their order; 0 `orders` is nothing. */
async function scoresOf(all: readonly Bought[]) {
  const members = all.map(({ days, orders, revenue }, index) => ({
    id: index,
    is_active: orders > 0,
    total_orders: orders,
    revenue_minor: revenue,
    last_order_at: orders > 0 ? ago(days) : null,
  }))
  const { rows } = await database.db.execute(sql`
    with members as (
      select * from json_to_recordset(${JSON.stringify(members)}::json)
        as m(id int, is_active boolean, total_orders bigint, revenue_minor bigint, last_order_at timestamptz)
    ), ${rfmCte({ window: { to: TO } }, sql`members`)}
    select recency_days, r, f, m, segment, fixed, next_recency_days, next_orders::int, next_revenue_minor::float8
    from rfm cross join lateral (${nextValues(sql`rfm`)}) as higher order by id`)
  return rows
}

const ofEach = (rows: Record<string, unknown>[], ...names: string[]) =>
  rows.map((row) => names.map((name) => row[name]))

test('few buyers are scored by fixed bands, and whoever bought nothing is in a segment of its own', async () => {
  const rows = await scoresOf([
    { days: 3, orders: 6, revenue: 800 },
    { days: 100, orders: 2, revenue: 300 },
    { days: 200, orders: 1, revenue: 100 },
    { days: 0, orders: 0, revenue: 0 },
  ])
  // The average is 400.
  expect(ofEach(rows, 'r', 'f', 'm', 'segment', 'fixed')).toEqual([
    [5, 5, 5, 'champions', true],
    [3, 2, 3, 'needs_attention', true],
    [2, 1, 2, 'hibernating', true],
    [null, null, null, 'no_order', true],
  ])
  expect(ofEach(rows, 'next_recency_days', 'next_orders', 'next_revenue_minor')).toEqual([
    [null, null, null],
    [90, 3, 400],
    [180, 2, 200],
    [null, null, null],
  ])
})

test('from fifty buyers on scores are quintiles, and equal values get equal scores', async () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ days: 9, orders: index < 40 ? 1 : 2, revenue: index * 100 }))
  expect((await scoresOf(many(49))).every(({ fixed }) => fixed)).toBe(true)
  const rows = await scoresOf(many(50))
  expect(rows.every(({ fixed }) => fixed === false)).toBe(true)
  // All came on the same day: rank 1 of 50. Ten came twice: rank 41. By revenue there are five tens.
  expect(new Set(rows.map(({ r }) => r))).toEqual(new Set([1]))
  expect(rows.map(({ f }) => f)).toEqual([...Array(40).fill(1), ...Array(10).fill(5)])
  expect(rows.map(({ m }) => m)).toEqual([1, 2, 3, 4, 5].flatMap((score) => Array(10).fill(score)))
})

const buyer = fc.record({
  days: fc.oneof(fc.nat(12), fc.nat(500)),
  orders: fc.oneof(fc.nat(3), fc.nat(12)),
  revenue: fc.oneof(fc.constantFrom(0, 1, 50), fc.nat(1000), fc.constant(9_999_999_999_999)),
})

test('scores and segments are those by rank, and the next value is the first one that scores higher', async () => {
  const check = async (all: Bought[]) => {
    const rows = await scoresOf(all)
    const scores = referenceScores(all)
    expect(ofEach(rows, 'r', 'f', 'm', 'segment')).toEqual(
      all.map((one) => (one.orders === 0 ? [null, null, null, 'no_order'] : scores(one))),
    )
    for (const [index, one] of all.entries()) {
      const { next_orders: next, f } = rows[index] ?? {}
      const others = all.filter((other) => other.orders > 0)
      if (typeof next !== 'number') continue
      for (const other of others.filter(({ orders }) => orders > one.orders))
        expect(Number(scores(other)[1]) > Number(f)).toBe(other.orders >= next)
    }
  }
  const few = fc.array(buyer, { maxLength: 60 })
  const enough = fc.array(buyer, { minLength: 60, maxLength: 200 })
  await fc.assert(fc.asyncProperty(fc.oneof(few, enough), check), { numRuns: 60 })
})

function referenceScores(all: readonly Bought[]) {
  const scorer = scorerOf(all.filter(({ orders }) => orders > 0))
  return ({ days, orders, revenue }: Bought) => {
    const [r, f, m] = [scorer.r(days), scorer.f(orders), scorer.m(revenue)]
    return [r, f, m, segmentOf(r, f, m)]
  }
}

test('members are placed by their figures in the window', async () => {
  const own = await createTestDatabase()
  await recordWorkshop(own.db, {}, [
    { name: 'Asha', orders: [1, 2, 3, 4, 5, 6].map((days) => ({ at: ago(days), amountMinor: 1000 })) },
    { name: 'Baraka', orders: [{ at: ago(150), amountMinor: 100 }] },
    { name: 'Chausiku', orders: [{ at: ago(300) }] },
  ])
  const frame = await resolveFrame(own.db, systemScope(), groupsParamsSchema.parse({ as_of: TO }))
  const { rows } = await own.db.execute(sql`
    with ${sql.join([...membersCtes(frame, 'all', byTypeNow), rfmCte(frame, sql`members`)], sql`, `)}
    select segment, recency_days from rfm order by sort_name`)
  expect(ofEach(rows, 'segment', 'recency_days')).toEqual([
    ['champions', 1],
    ['needs_attention', 150],
    ['no_order', null],
  ])
  await own.drop()
})
