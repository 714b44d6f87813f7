import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemScope } from '@/db/access'
import { recountBridge } from '@/db/testing/bridge-recount'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { checkEach, everyQuestion } from '@/db/testing/every-question'
import { questionOf } from '@/db/testing/question'
import { holdsWhoeverSees, WAYS_TO_GROUP } from '@/db/testing/seen-workshop'
import { type CustomerSpec, type OrderSpec, recordWorkshop } from '@/db/testing/workshop'
import { generatedWorkshop, TEST_BRANCHES } from '@/db/testing/workshop-arbitrary'
import { type BridgeSteps, bridgeAnswerSchema } from '@/lib/customer-groups/bridge'
import { bridgeParamsSchema } from '@/lib/customer-groups/bridge-params'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { getCustomerGroups } from './customer-groups'
import { getGroupsBridge } from './groups-bridge'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const AS_OF = '2026-03-31T20:15:00Z'
const before = (amountMinor: number): OrderSpec => ({ at: '2026-02-10T10:00:00Z', amountMinor })
const now = (amountMinor: number): OrderSpec => ({ at: '2026-03-10T10:00:00Z', amountMinor })
const longAgo: OrderSpec = { at: '2024-03-10T10:00:00Z', amountMinor: 77 }

async function ask(specs: CustomerSpec[], params: Record<string, string> = {}) {
  await recordWorkshop(database.db, { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS' }, specs)
  const asked = bridgeParamsSchema.parse({ as_of: AS_OF, period: 'this_month', ...params })
  return bridgeAnswerSchema.parse(await getGroupsBridge(database.db, systemScope(), asked))
}

test('stopped, new and resurrected customers, and how often and for how much the others came', async () => {
  const { groups, totals } = await ask([
    { name: 'Stopped', group: 'company', orders: [before(500), before(250)] },
    { name: 'New', group: 'company', orders: [now(300)] },
    { name: 'Back', group: 'company', orders: [longAgo, now(200)] },
    // Twice at 100 before, three times for 420 now: one visit more at 100, and the rest for what a visit brings.
    { name: 'Stayed', group: 'company', orders: [before(100), before(100), now(140), now(140), now(140)] },
    { name: 'Away', group: 'company', orders: [longAgo] },
  ])
  expect(groups.company).toMatchObject({
    previous_revenue: 9.5,
    stopped: { customers: 1, change: -7.5 },
    new: { customers: 1, change: 3 },
    resurrected: { customers: 1, change: 2 },
    continued: { customers: 1, visits_change: 1, value_change: 1.2 },
    revenue: 9.2,
  })
  expect(totals.revenue).toBe(9.2)
  expect(groups.ngo).toMatchObject({ previous_revenue: 0, revenue: 0, stopped: { customers: 0, change: 0 } })
})

test('a part of a minor unit is rounded once for each customer, and nothing is lost', async () => {
  const orders = [before(1), before(1), before(1), now(2), now(2)]
  const { totals } = await ask([{ name: 'Thirds', orders }])
  // One visit fewer at 3/3 minor units.
  expect(totals.continued).toEqual({ customers: 1, visits_change: -0.01, value_change: 0.02 })
  const half = await ask([{ name: 'Halves', orders: [before(1), before(0), now(0), now(0), now(0)] }])
  // One visit more at half a minor unit is one; for both together nothing changed but a minor unit less.
  expect(half.totals.continued).toEqual({ customers: 2, visits_change: 0, value_change: 0 })
})

test('what is half a minor unit or more is rounded away from nothing, whichever way a customer changed', async () => {
  const fewer = await ask([{ name: 'Half less', orders: [before(1), before(0), now(0)] }])
  expect(fewer.totals.continued).toEqual({ customers: 1, visits_change: -0.01, value_change: 0 })
  const orders = [before(4), before(3), before(3), ...Array.from({ length: 8 }, () => now(10))]
  const more = await ask([{ name: 'Five more', orders }])
  // With the one before: five visits more at 10/3 minor units are 16.67, and 70 more minor units in all.
  expect(more.totals.continued).toEqual({ customers: 2, visits_change: 0.16, value_change: 0.53 })
})

test('whoever comes to another branch than before stopped in one and came to the other, and stayed in all', async () => {
  const orders = [{ ...before(100), branch: 'north' }, now(100)]
  const { groups, totals } = await ask([{ name: 'Moved', orders }], { group_by: 'branch' })
  expect(groups.north).toMatchObject({ stopped: { customers: 1, change: -1 }, revenue: 0 })
  expect(groups.main).toMatchObject({ resurrected: { customers: 1, change: 1 }, previous_revenue: 0 })
  expect(totals).toMatchObject({ stopped: { customers: 0 }, continued: { customers: 1, visits_change: 0 } })
})

test('compared with nothing, or grouped by new and returning, there is none', () => {
  expect(bridgeParamsSchema.safeParse({ compare: 'none' }).success).toBe(false)
  expect(bridgeParamsSchema.safeParse({ group_by: 'visit' }).success).toBe(false)
})

test('by the type at the order’s time, what was before stands under the type of then', async () => {
  const moved = { group: 'company', typesBefore: [{ group: 'personal', until: '2026-03-01T00:00:00Z' }] }
  const asked = { group_by: 'type', group_at: 'order' }
  const { groups, totals } = await ask([{ name: 'Grown', ...moved, orders: [before(100), now(300), now(200)] }], asked)
  expect(groups.personal).toMatchObject({ previous_revenue: 1, stopped: { customers: 1, change: -1 }, revenue: 0 })
  expect(groups.company).toMatchObject({ previous_revenue: 0, resurrected: { customers: 1, change: 5 }, revenue: 5 })
  // One visit more at 1.00, and each brings 2.50 in place of 1.00.
  expect(totals).toEqual({
    previous_revenue: 1,
    stopped: { customers: 0, change: 0 },
    new: { customers: 0, change: 0 },
    resurrected: { customers: 0, change: 0 },
    continued: { customers: 1, visits_change: 1, value_change: 3 },
    revenue: 5,
  })
})

test('every step equals the recount customer by customer, also within limited branches', async () => {
  await holdsWhoeverSees(generatedWorkshop, async ({ database: { db }, scope, records, asOf }) => {
    const asked = WAYS_TO_GROUP.filter(({ group_by }) => group_by !== 'visit').flatMap((way, turn) =>
      everyQuestion(asOf)
        .filter(({ compare, branch }, index) => compare !== 'none' && branch !== 'airport' && (index + turn) % 23 === 0)
        .map((params) => ({ ...params, ...way, activity: 'all' as const })),
    )
    await checkEach(asked, async (params) => {
      const { groups, totals } = bridgeAnswerSchema.parse(await getGroupsBridge(db, scope, bridgeParams.parse(params)))
      expect({ groups, totals }, JSON.stringify(params)).toEqual(recountBridge(questionOf(records, params)))
    })
  })
})

test('the parts add up to the difference, and begin and end at the revenues of the overview', async () => {
  await fc.assert(
    fc.asyncProperty(generatedWorkshop, async ({ timeZone, asOf, customers }) => {
      const own = await createTestDatabase()
      await recordWorkshop(own.db, { timeZone }, customers, TEST_BRANCHES)
      for (const period of ['1month', '6months', '1year'])
        for (const compare of ['previous', 'last_year'])
          for (const asked of [{}, { group_at: 'order' }, { group_by: 'branch' }, { branch: 'north' }]) {
            const params = { period, compare, as_of: asOf, ...asked }
            const bridge = await getGroupsBridge(own.db, systemScope(), bridgeParamsSchema.parse(params))
            const overview = await getCustomerGroups(own.db, systemScope(), groupsParamsSchema.parse(params))
            for (const [key, steps] of Object.entries(bridge.groups)) {
              expect(sumOf(steps)).toBe(cents(steps.revenue))
              expect(steps.revenue).toBe(overview.groups[key]?.total_revenue)
              expect(steps.previous_revenue).toBe(overview.groups[key]?.previous?.total_revenue)
              const active = steps.new.customers + steps.resurrected.customers + steps.continued.customers
              expect(active).toBe(overview.groups[key]?.active_count)
            }
            expect(sumOf(bridge.totals)).toBe(cents(bridge.totals.revenue))
            expect(bridge.totals.revenue).toBe(overview.totals.revenue)
            expect(bridge.totals.previous_revenue).toBe(overview.totals.previous?.revenue)
          }
      await own.drop()
    }),
    { numRuns: 3 },
  )
})

/** Of all parameters those of the bridge. */
const bridgeParams = bridgeParamsSchema.strip()

const cents = (amount: number) => Math.round(amount * 100)

function sumOf({ previous_revenue, stopped, resurrected, continued, ...steps }: BridgeSteps): number {
  const changes = [
    stopped.change,
    steps.new.change,
    resurrected.change,
    continued.visits_change,
    continued.value_change,
  ]
  return changes.reduce((sum, change) => sum + cents(change), cents(previous_revenue))
}
