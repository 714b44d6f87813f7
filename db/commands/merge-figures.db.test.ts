import { and, eq, isNull, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { shellCaller } from '@/db/access'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { customerMerges, customers } from '@/db/schema/customers'
import { personAs } from '@/db/testing/administrators'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { generatedWorkshop, TEST_BRANCHES } from '@/db/testing/workshop-arbitrary'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { mergeCustomers, undoMerge } from './merge-customers'
import { changeOrder } from './orders/change-order'
import { takeOrder } from './orders/take-order'

const manager = personAs('manager')

/** What is done: to whom, by a number that picks among those who are there. */
const step = fc.record({
  act: fc.constantFrom('merge', 'merge', 'undo', 'order', 'cancel'),
  first: fc.nat(),
  second: fc.nat(),
  amount: fc.integer({ min: 1, max: 5000 }),
})
type Step = { act: string; first: number; second: number; amount: number }

test('merges and undos among new and cancelled orders change no total but that of customers, and nothing is lost', async () => {
  const check = async ({ timeZone, asOf, customers: specs }: Workshop, steps: Step[]) => {
    const database = await createTestDatabase()
    await recordWorkshop(database.db, { timeZone }, specs, TEST_BRANCHES)
    for (const taken of steps) {
      const before = await recount(database)
      await act(database, taken)
      const after = await recount(database)
      const grown = taken.act === 'order' ? 1 : 0
      expect(after.orders).toBe(before.orders + grown)
      if (taken.act === 'merge' || taken.act === 'undo') expect(after).toEqual(before)
      await expectDerived(database)
    }
    await expectGroups(database, asOf)
    await database.drop()
  }
  await fc.assert(fc.asyncProperty(generatedWorkshop, fc.array(step, { minLength: 10, maxLength: 20 }), check), {
    numRuns: 5,
    endOnFailure: true,
  })
})

type Workshop = typeof generatedWorkshop extends fc.Arbitrary<infer W> ? W : never

async function act({ db }: TestDatabase, { act: what, first, second, amount }: Step): Promise<void> {
  const present = await db.select().from(customers).where(isNull(customers.mergedIntoId)).orderBy(customers.id)
  const [keep, merge] = [present[first % present.length], present[second % present.length]]
  if (!keep || !merge) return
  if (what === 'merge' && keep.id !== merge.id) {
    const versions = { keep: keep.version, merge: merge.version }
    await mergeCustomers(db, manager, { keepId: keep.id, mergeId: merge.id, versions })
  }
  if (what === 'undo') {
    const open = await db
      .select()
      .from(customerMerges)
      .where(isNull(customerMerges.undoneAt))
      .orderBy(customerMerges.id)
    const picked = open[first % open.length]
    const undone = picked && undoMerge(db, manager, { customerId: picked.customerId, mergeId: picked.id })
    await undone?.catch((error: unknown) => expect(error).toMatchObject({ code: 'merged_again' }))
  }
  if (what === 'order') await order(db, keep.id, amount)
  if (what === 'cancel') await cancel(db, keep.id)
}

async function order(db: TestDatabase['db'], customerId: string, amount: number): Promise<void> {
  const branch = TEST_BRANCHES[amount % TEST_BRANCHES.length] ?? ''
  const details = { type: 'service' as const, odometer_km: null }
  const fields = { type: 'service' as const, branch, vehicle_id: null, description: null, ordered_on: null, details }
  const once = { key: uuidv7(), requestHash: uuidv7() }
  await takeOrder(db, manager, { customer_id: customerId, amount: String(amount), ...fields }, once)
}

async function cancel(db: TestDatabase['db'], customerId: string): Promise<void> {
  const { rows } = await db.execute<{ id: string; version: number }>(
    sql`select id, version from orders where customer_id = ${customerId} and status <> 'cancelled' order by id limit 1`,
  )
  const [found] = rows
  if (!found) return
  const change = { version: found.version, reason: 'Not needed', changes: { status: 'cancelled' as const } }
  await changeOrder(db, manager, { customerId, orderId: found.id }, change)
}

/** Everything that may not change when customers are merged or parted: counted plainly. */
async function recount({ db }: TestDatabase) {
  const { rows } = await db.execute<{
    orders: number
    counted: number
    revenue: number
    ids: number
    vehicles: number
  }>(sql`
    select count(*)::int as orders, count(*) filter (where status <> 'cancelled')::int as counted,
      coalesce(sum(amount_minor) filter (where status <> 'cancelled'), 0)::float as revenue,
      count(distinct id)::int as ids, (select count(*) from vehicles)::int as vehicles
    from orders`)
  const [counted] = rows
  if (!counted) throw new Error('nothing was counted')
  return counted
}

/** What is kept beside each customer is what its orders say, and whoever was merged has nothing left. */
async function expectDerived({ db }: TestDatabase): Promise<void> {
  const { rows: wrong } = await db.execute(sql`
    select c.id from customers c
    left join lateral (
      select min(ordered_at) as first_at, min(ordered_at) filter (where status <> 'cancelled') as first_counted,
        max(ordered_at) filter (where status <> 'cancelled') as last_counted, count(*) as orders
      from orders o where o.customer_id = c.id) as o on true
    cross join lateral (
      select count(*) as gaps, percentile_cont(0.5) within group (order by days) as median from (
        select extract(day from lead(ordered_at) over (order by ordered_at) - ordered_at) as days
        from orders o where o.customer_id = c.id and status <> 'cancelled') as followed
      where days >= 1) as visits
    where (c.first_counted_at, c.last_counted_at, c.known_since) is distinct from
        (o.first_counted, o.last_counted, least(c.registered_at, o.first_at))
      or (c.visit_gaps, c.median_gap_days) is distinct from (visits.gaps, visits.median)
      or (c.merged_into_id is not null and (o.orders > 0 or exists (select from vehicles v where v.customer_id = c.id)))`)
  expect(wrong).toEqual([])
}

/** The groups page says of all what a plain count says. */
async function expectGroups({ db }: TestDatabase, asOf: string): Promise<void> {
  const later = new Date(Math.max(Date.parse(asOf), Date.now()) + 60_000).toISOString()
  const params = groupsParamsSchema.parse({ period: '1year', as_of: later })
  const { totals, meta } = await getCustomerGroups(db, shellCaller().scope, params)
  const { rows } = await db.execute<{ customers: number; orders: number; revenue: number }>(sql`
    select count(distinct customer_id)::int as customers, count(*)::int as orders,
      coalesce(sum(amount_minor), 0)::float / 100 as revenue
    from orders
    where status <> 'cancelled' and ordered_at >= ${meta.from}::timestamptz and ordered_at < ${meta.to}::timestamptz`)
  expect(totals).toMatchObject(rows[0] ?? {})
  const merged = and(sql`${customers.mergedIntoId} is not null`, eq(customers.id, sql`${customers.mergedIntoId}`))
  expect(await db.select().from(customers).where(merged)).toEqual([])
}
