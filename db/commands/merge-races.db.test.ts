import { eq, isNull, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customerMerges, customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { personAs } from '@/db/testing/administrators'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { recordWorkshop } from '@/db/testing/workshop'
import { mergeCustomers, undoMerge } from './merge-customers'
import { takeOrder } from './orders/take-order'

const ROUNDS = 10

let database: TestDatabase
let ids: string[]
beforeEach(async () => {
  database = await createTestDatabase()
  const at = (year: number) => [{ at: `${year}-01-01T00:00:00Z`, amountMinor: year }]
  const specs = Array.from({ length: ROUNDS * 3 }, (_, index) => ({ name: `C${index}`, orders: at(2000 + index) }))
  ids = [...(await recordWorkshop(database.db, { timeZone: 'UTC' }, specs)).values()]
})
afterEach(() => database.drop())

const manager = personAs('manager')
const versions = { keep: 1, merge: 1 }
const of = (round: number, place: number) => ids[round * 3 + place] ?? ''
const merge = (keepId: string, mergeId: string) => mergeCustomers(database.db, manager, { keepId, mergeId, versions })

const order = (customerId: string) =>
  takeOrder(
    database.db,
    manager,
    {
      customer_id: customerId,
      ...{ type: 'service', branch: 'main', vehicle_id: null, description: null, amount: '7', ordered_on: null },
      details: { type: 'service', odometer_km: null },
    },
    { key: uuidv7(), requestHash: uuidv7() },
  )

const done = (results: PromiseSettledResult<unknown>[]) => results.filter(({ status }) => status === 'fulfilled').length

/** Why those failed that failed: each in a sentence of ours. */
function codes(results: PromiseSettledResult<unknown>[]): unknown[] {
  return results.flatMap((result) => (result.status === 'rejected' ? [Object(result.reason).code] : []))
}

const whoHasOrders = () =>
  database.db
    .select({ id: customers.id })
    .from(orders)
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .where(sql`${customers.mergedIntoId} is not null`)

test('of two merges that cross, one is done and the other is told', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [a, b] = [of(round, 0), of(round, 1)]
    const results = await Promise.allSettled([merge(a, b), merge(b, a)])
    expect(done(results)).toBe(1)
    expect(codes(results)).toEqual(['changed_meanwhile'])
  }
  expect(await whoHasOrders()).toEqual([])
  expect(await database.db.select().from(orders)).toHaveLength(ROUNDS * 3)
})

test('of merges in a ring, no customer is lost and nothing hangs', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [a, b, c] = [of(round, 0), of(round, 1), of(round, 2)]
    const results = await Promise.allSettled([merge(a, b), merge(b, c), merge(c, a)])
    expect(done(results)).toBe(1)
    expect(codes(results)).toEqual(['changed_meanwhile', 'changed_meanwhile'])
  }
  expect(await whoHasOrders()).toEqual([])
  expect(await database.db.select().from(customers).where(isNull(customers.mergedIntoId))).toHaveLength(ROUNDS * 2)
})

test('a new order goes along with the merge that it meets, or is told that the customer is not there', async () => {
  let taken = 0
  for (let round = 0; round < ROUNDS; round++) {
    const [a, b] = [of(round, 0), of(round, 1)]
    const [merged, ...made] = await Promise.allSettled([merge(a, b), order(b), order(b), order(a)])
    expect(merged?.status).toBe('fulfilled')
    expect(codes(made).every((code) => code === 'not_found')).toBe(true)
    taken += done(made)
  }
  expect(await whoHasOrders()).toEqual([])
  expect(await database.db.select().from(orders)).toHaveLength(ROUNDS * 3 + taken)
})

test('a merge is undone once, however often it is asked at the same moment', async () => {
  const [a, b] = [of(0, 0), of(0, 1)]
  const mergeId = await merge(a, b)
  const undo = () => undoMerge(database.db, manager, { customerId: a, mergeId })
  const results = await Promise.allSettled([undo(), undo(), undo(), order(a)])
  expect(done(results)).toBe(2)
  expect(codes(results)).toEqual(['not_found', 'not_found'])
  expect(await database.db.select().from(customerMerges).where(isNull(customerMerges.undoneAt))).toEqual([])
  expect(await whoHasOrders()).toEqual([])
})
