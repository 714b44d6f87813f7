import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Caller, Scope } from '@/db/access'
import { mergeCustomers } from '@/db/commands/merge-customers'
import { takeOrder } from '@/db/commands/orders/take-order'
import { type Desk, openDesk } from '@/db/testing/desk'
import { newOrder, onceMore } from '@/db/testing/entries'
import { takenOrder } from '@/db/testing/taken-order'
import { Work } from '@/db/testing/work'
import { randomWork } from '@/db/testing/work-arbitrary'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { type SinceAnswer, sinceParamsSchema } from '@/lib/customer-groups/since'
import { getCustomerGroups } from './customer-groups'
import { getGroupsSince } from './groups-since'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.drop())

const QUESTIONS = [
  {},
  { period: '1month', order_type: 'service' },
  { branch: 'north' },
  { group_by: 'branch' },
  { group_by: 'rfm', period: '1year' },
  { group_by: 'recency' },
]
type Question = (typeof QUESTIONS)[number]

/** A whole millisecond of the database's clock that is past. */
async function momentPast(): Promise<string> {
  const [row] = await desk.rows("select date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' as at")
  const at = z.date().parse(row?.at).toISOString()
  for (;;) {
    const [{ past } = {}] = await desk.rows('select clock_timestamp() > $1::timestamptz as past', [at])
    if (past) return at
  }
}

/** What the groups API answers now, in the figures that are told of then. */
async function figuresNow(scope: Scope, question: Question, as_of: string): Promise<SinceAnswer['now']> {
  const { groups, totals } = await getCustomerGroups(desk.db, scope, groupsParamsSchema.parse({ ...question, as_of }))
  const shown = Object.entries(groups).map(([key, { name, active_count, total_orders, total_revenue }]) => {
    return [key, { name, active_count, total_orders, total_revenue }] as const
  })
  return {
    totals: { active_count: totals.active_count, total_orders: totals.orders, total_revenue: totals.revenue },
    groups: question.group_by === 'recency' ? null : Object.fromEntries(shown),
  }
}

const since = (scope: Scope, question: Question, as_of: string) =>
  getGroupsSince(desk.db, scope, sinceParamsSchema.parse({ ...question, as_of }))

test('whatever is done after a moment, the figures of then are those that were answered then', async () => {
  const property = fc.asyncProperty(randomWork, fc.nat(8), async ({ timeZone, deeds }, split) => {
    const work = await Work.begin(desk, timeZone)
    for (const deed of deeds.slice(0, split)) await work.do(deed)
    const asOf = await momentPast()
    const asked = [desk.manager, desk.clerkOfNorth].flatMap(({ scope }) =>
      QUESTIONS.map((question) => ({ scope, question })),
    )
    const answered = []
    for (const { scope, question } of asked) answered.push(await figuresNow(scope, question, asOf))
    for (const deed of deeds.slice(split)) await work.do(deed)
    for (const [index, { scope, question }] of asked.entries()) {
      const { was, now } = await since(scope, question, asOf)
      expect(was ?? now).toEqual(answered[index])
      expect(now).toEqual(await figuresNow(scope, question, asOf))
    }
  })
  await fc.assert(property, { numRuns: 8 })
})

describe('of the orders that were changed since', () => {
  const answerFor = ({ scope }: Caller, asOf: string) => since(scope, {}, asOf)

  test('those are counted whose figures changed, and those that were entered', async () => {
    await Work.begin(desk, 'UTC')
    const changed = await takenOrder(desk, { amount: '100.00' })
    const described = await takenOrder(desk)
    const asOf = await momentPast()
    expect(await answerFor(desk.manager, asOf)).toMatchObject({ orders_changed: 0, orders_entered: 0, was: null })
    await described.change(1, { description: 'looked at again' })
    expect(await answerFor(desk.manager, asOf)).toMatchObject({ orders_changed: 0, orders_entered: 0, was: null })
    await changed.change(1, { amount: '70.00' }, 'a discount')
    await changed.change(2, { amount: '50.00' }, 'another')
    // Of somebody who was there before, entered since for a moment of the window.
    const fields = newOrder(described.id.customerId, { amount: '7.00' })
    const { order_id } = await takeOrder(desk.db, desk.manager, fields, onceMore())
    await desk.rows('update orders set ordered_at = $2 where id = $1', [order_id, new Date(Date.parse(asOf) - 60_000)])
    const answer = await answerFor(desk.manager, asOf)
    expect(answer).toMatchObject({ orders_changed: 1, orders_entered: 1, now: { totals: { total_revenue: 67 } } })
    expect(answer.was?.totals).toEqual({ active_count: 2, total_orders: 2, total_revenue: 110 })
    expect(answer.orders.find(({ id }) => id === changed.id.orderId)).toMatchObject({
      was: { amount: 100 },
      now: { amount: 50 },
    })
  })

  test('one that a merge moved is not changed, and stays in the figures of then', async () => {
    await Work.begin(desk, 'UTC')
    const [keep, merge] = [await takenOrder(desk), await takenOrder(desk, { amount: '30.00' })]
    const asOf = await momentPast()
    await mergeCustomers(desk.db, desk.manager, {
      keepId: keep.id.customerId,
      mergeId: merge.id.customerId,
      versions: { keep: 1, merge: 1 },
    })
    const answer = await answerFor(desk.manager, asOf)
    expect(answer).toMatchObject({ orders_changed: 0, was: null, now: { totals: { total_revenue: 40 } } })
  })

  test('one that went to a branch out of sight is counted and not named', async () => {
    await Work.begin(desk, 'UTC')
    const order = await takenOrder(desk, { branch: 'north', amount: '30.00' })
    const asOf = await momentPast()
    await order.change(1, { branch: 'airport' }, 'it was done there')
    const answer = await answerFor(desk.clerkOfNorth, asOf)
    expect(answer).toMatchObject({ orders_changed: 1, orders: [] })
    expect([answer.was?.totals.total_revenue, answer.now.totals.total_revenue]).toEqual([30, 0])
  })
})
