import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Caller, shellCaller } from '@/db/access'
import { testCaller } from '@/db/testing/callers'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { newOrder, onceMore, registration, SERVICE } from '@/db/testing/entries'
import { ensureBusiness } from './business'
import { onceFor } from './idempotency'
import { takeOrder } from './orders/take-order'
import { registerCustomer } from './register-customer'
import { retriedTransaction } from './retried-transaction'

const WITH_ORDER = registration({
  phone: '0712 345 678',
  vehicle: { plate: 'T 482 DKR' },
  order: { ...SERVICE, with_vehicle: true },
})

let database: TestDatabase
let clerk: Caller
beforeEach(async () => {
  database = await createTestDatabase()
  await ensureBusiness(database.db, { country: 'TZ', timeZone: 'Africa/Dar_es_Salaam' })
  clerk = await testCaller(database.db, 'clerk')
})
afterEach(() => database.drop())

const count = async (table: string) =>
  Number((await database.pool.query(`select count(*) as n from ${table}`)).rows[0]?.n)

async function counts() {
  const tables = ['customers', 'vehicles', 'orders', 'customer_keys', 'customer_group_memberships', 'audit_log']
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)])))
}

const ONE_OF_EACH = {
  customers: 1,
  vehicles: 1,
  orders: 1,
  customer_keys: 2,
  customer_group_memberships: 1,
  audit_log: 2,
}
const twenty = <T>(ask: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, ask))

describe('the same request', () => {
  test('sent 20 times at once makes one customer with one order, and all get the same answer', async () => {
    const once = onceMore()
    const answers = await twenty(() => registerCustomer(database.db, clerk, WITH_ORDER, once))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ vehicle_id: expect.any(String), order_id: expect.any(String) })
    expect(await counts()).toEqual(ONE_OF_EACH)
  })

  test('of an order, too, sent 20 times at once, makes one order', async () => {
    const { customer_id } = await registerCustomer(database.db, clerk, registration(), onceMore())
    const once = onceMore()
    const answers = await twenty(() => takeOrder(database.db, clerk, newOrder(customer_id), once))
    expect(new Set(answers.map(({ order_id }) => order_id)).size).toBe(1)
    expect(await count('orders')).toBe(1)
  })

  test('sent again later gets the first answer', async () => {
    const once = onceMore()
    const first = await registerCustomer(database.db, clerk, WITH_ORDER, once)
    expect(await registerCustomer(database.db, clerk, WITH_ORDER, once)).toEqual(first)
    expect(await counts()).toEqual(ONE_OF_EACH)
  })

  test('after a failure is not held against whoever mends it', async () => {
    const once = onceMore('mended')
    const nowhere = registration({ order: { ...SERVICE, branch: 'nowhere' } })
    await expect(registerCustomer(database.db, clerk, nowhere, onceMore())).rejects.toMatchObject({ status: 400 })
    await expect(registerCustomer(database.db, clerk, nowhere, once)).rejects.toMatchObject({ status: 400 })
    expect(await counts()).toMatchObject({ customers: 0, audit_log: 0 })
    await registerCustomer(database.db, clerk, WITH_ORDER, once)
    expect(await counts()).toEqual(ONE_OF_EACH)
  })

  test('is asked again where another held what it waits for longer than a wait may take', async () => {
    const once = onceMore()
    const holder = await database.pool.connect()
    await holder.query('begin')
    const columns = 'insert into idempotency_keys (actor_id, key, request_hash) values ($1, $2, $3)'
    await holder.query(columns, [clerk.id, once.key, once.requestHash])
    let attempts = 0
    const answer = await retriedTransaction(database.db, async (tx) => {
      attempts++
      if (attempts === 2) await holder.query('rollback')
      return onceFor(tx, clerk, once, z.object({ done: z.string() }), async () => ({ done: 'here' }))
    })
    holder.release()
    expect({ attempts, answer }).toEqual({ attempts: 2, answer: { done: 'here' } })
  })
})

describe('a key', () => {
  test('under which something else was asked is refused', async () => {
    const once = onceMore('this')
    await registerCustomer(database.db, clerk, registration(), once)
    const other = registerCustomer(database.db, clerk, registration(), { ...once, requestHash: 'that' })
    await expect(other).rejects.toMatchObject({ status: 422, code: 'key_reused' })
    expect(await count('customers')).toBe(1)
  })

  test('is its sender’s own: somebody else may choose the same', async () => {
    const once = onceMore()
    await registerCustomer(database.db, clerk, registration(), once)
    await registerCustomer(database.db, await testCaller(database.db, 'clerk'), registration(), once)
    expect(await count('customers')).toBe(2)
  })

  test('is kept for 7 days, and goes with what comes after', async () => {
    const [old, kept] = [onceMore(), onceMore()]
    await registerCustomer(database.db, clerk, registration(), old)
    await registerCustomer(database.db, clerk, registration(), kept)
    await age(old.key, '7 days 1 minute')
    await age(kept.key, '6 days 23 hours')
    await registerCustomer(database.db, clerk, registration(), onceMore())
    const { rows } = await database.pool.query('select key from idempotency_keys')
    expect(rows.map(({ key }) => key)).not.toContain(old.key)
    expect(rows.map(({ key }) => key)).toContain(kept.key)
  })

  test('that has just gone is free again', async () => {
    const once = onceMore()
    await registerCustomer(database.db, clerk, registration(), once)
    await age(once.key, '8 days')
    await registerCustomer(database.db, clerk, registration(), once)
    expect(await count('customers')).toBe(2)
  })

  test('is of no use to the shell, which has no id', async () => {
    const asked = registerCustomer(database.db, shellCaller(), registration(), onceMore())
    await expect(asked).rejects.toMatchObject({ status: 403 })
  })
})

async function age(key: string, by: string): Promise<void> {
  await database.pool.query('update idempotency_keys set created_at = now() - $2::interval where key = $1', [key, by])
}
