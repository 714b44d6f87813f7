import { inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { branchScope, systemScope } from '@/db/access'
import { branches } from '@/db/schema/reference'
import {
  type ReferenceQuestion,
  referenceActive,
  referenceCancelled,
  referenceNotBack,
  referenceRegistered,
} from '@/db/testing/customer-groups-reference'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { checkEach, everyQuestion } from '@/db/testing/every-question'
import { keepOnlyVisible } from '@/db/testing/keep-only-visible'
import { recordWorkshop } from '@/db/testing/workshop'
import { generatedWorkshop, TEST_BRANCHES } from '@/db/testing/workshop-arbitrary'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { type Activity, SEEDED_GROUPS, showsOrders } from '@/lib/definitions'
import { readGroups } from './customer-groups'
import { type Frame, resolveFrame } from './frame'

const NO_FIGURES = {
  active_count: 0,
  new_customers: 0,
  total_orders: 0,
  service_orders: 0,
  sales_orders: 0,
  consultation_orders: 0,
  completed_orders: 0,
  revenue_minor: 0,
}

// A workshop each, for a test has a minute.
test.each([1, 2, 3])(
  'every figure equals the reference form, for every period, comparison, order type, branch and activity: %i',
  async () => {
    await fc.assert(
      fc.asyncProperty(generatedWorkshop, async ({ timeZone, asOf, customers }) => {
        const database = await createTestDatabase()
        await recordWorkshop(database.db, { timeZone }, customers, TEST_BRANCHES)
        await checkEach(everyQuestion(asOf), (params) => compare(database, params))
        await database.drop()
      }),
      { numRuns: 1 },
    )
  },
)

test.each([1, 2])('with limited branches every figure equals the reference form over what is visible: %i', async () => {
  await fc.assert(
    fc.asyncProperty(generatedWorkshop, async ({ timeZone, asOf, customers }) => {
      const database = await createTestDatabase()
      await recordWorkshop(database.db, { timeZone }, customers, TEST_BRANCHES)
      const ids = await idsOf(database, ['main', 'north'])
      const allowed = everyQuestion(asOf).filter(({ branch }) => branch !== 'airport')
      const limited = new Map<GroupsParams, Figures>()
      await checkEach(allowed, async (params) => {
        const frame = await resolveFrame(database.db, branchScope(ids), params)
        limited.set(params, await figuresOf(database, frame, params))
      })
      await keepOnlyVisible(database.db, ids)
      await checkEach(allowed, async (params) => {
        const frame = await resolveFrame(database.db, systemScope(), params)
        expect(limited.get(params), JSON.stringify(params)).toEqual(await expected(database, frame, params.activity))
      })
      await database.drop()
    }),
    { numRuns: 1 },
  )
})

test('a branch outside the scope is refused, and an empty scope sees nobody', async () => {
  const database = await createTestDatabase()
  const orders = TEST_BRANCHES.map((branch) => ({ at: '2026-03-01T10:00:00Z', branch }))
  await recordWorkshop(database.db, {}, [{ name: 'Asha', orders }])
  const [first] = everyQuestion('2026-03-31T00:00:00Z')
  if (!first) throw new Error('there are questions')
  const north = branchScope(await idsOf(database, ['north']))
  await expect(resolveFrame(database.db, north, { ...first, branch: 'main' })).rejects.toMatchObject({ status: 403 })
  const nowhere = await resolveFrame(database.db, branchScope([]), first)
  for (const activity of ['active', 'all'] as const)
    expect((await figuresOf(database, nowhere, { ...first, activity })).every(isEmpty)).toBe(true)
  await database.drop()
})

async function compare(database: TestDatabase, params: GroupsParams): Promise<void> {
  const frame = await resolveFrame(database.db, systemScope(), params)
  const label = JSON.stringify({ ...params, ...frame.window })
  const current = await figuresOf(database, frame, params)
  expect(current, label).toEqual(await expected(database, frame, params.activity))
}

type Figures = Awaited<ReturnType<typeof figuresOf>>

async function figuresOf(database: TestDatabase, frame: Frame, params: GroupsParams) {
  const { groups } = await readGroups(database.db, frame, params)
  return groups.map(({ key, stats }) => ({ key, ...stats }))
}

const isEmpty = (group: { customer_count: number; registered_count: number; total_orders: number }) =>
  group.customer_count + group.registered_count + group.total_orders === 0

async function expected({ db }: TestDatabase, frame: Frame, activity: Activity) {
  const question: ReferenceQuestion = { ...frame, ...frame.window }
  const active = await referenceActive(db, question)
  const cancelled = await referenceCancelled(db, question)
  const registered = await referenceRegistered(db, question)
  const before = frame.previous ? await referenceActive(db, { ...question, ...frame.previous }) : []
  const lost = frame.previous ? await referenceNotBack(db, question, frame.previous) : []
  const of = <Row extends { key: string }>(rows: Row[], key: string) => rows.find((row) => row.key === key)
  return SEEDED_GROUPS.map(({ key }) => {
    const { active_count, ...figures } = of(active, key) ?? { key, ...NO_FIGURES }
    const registered_count = of(registered, key)?.registered_count ?? 0
    const { active_count: before_count, total_orders, revenue_minor } = of(before, key) ?? NO_FIGURES
    const shown = !showsOrders(activity) ? { ...NO_FIGURES, key, active_count } : { ...figures, active_count }
    return {
      ...shown,
      customer_count: {
        active: active_count,
        inactive: registered_count - active_count,
        all: registered_count,
        not_back: of(lost, key)?.not_back ?? 0,
      }[activity],
      registered_count,
      returning_customers: !showsOrders(activity) ? 0 : active_count - shown.new_customers,
      cancelled_orders: !showsOrders(activity) ? 0 : (of(cancelled, key)?.cancelled_orders ?? 0),
      previous_active_count: before_count,
      previous_orders: total_orders,
      previous_revenue_minor: revenue_minor,
    }
  })
}

async function idsOf({ db }: TestDatabase, codes: string[]): Promise<string[]> {
  const rows = await db.select({ id: branches.id }).from(branches).where(inArray(branches.code, codes))
  return rows.map(({ id }) => id)
}
