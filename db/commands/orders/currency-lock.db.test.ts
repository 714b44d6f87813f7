import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shellCaller } from '@/db/access'
import { BusinessChangeError, changeBusiness } from '@/db/commands/business'
import { registerCustomer } from '@/db/commands/register-customer'
import { type Desk, openDesk } from '@/db/testing/desk'
import { newOrder, onceMore, registration } from '@/db/testing/entries'
import { takenOrder } from '@/db/testing/taken-order'
import { businessInCurrency, lockCurrency } from './currency-lock'
import { insertOrder } from './insert-order'
import { takeOrder } from './take-order'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.drop())

const WAITING = "select pid from pg_stat_activity where datname = current_database() and wait_event = 'advisory'"
const untilSomebodyWaits = () => expect.poll(() => desk.rows(WAITING)).toHaveLength(1)

test('a currency that is being changed waits for an order that is being recorded, and then stays', async () => {
  const { customer_id: customerId } = await registerCustomer(desk.db, desk.clerk, registration(), onceMore())
  const change = await desk.db.transaction(async (tx) => {
    const entered = { customerId, vehicleId: null, page: 'order_page', at: '', fields: newOrder(customerId) } as const
    await insertOrder(tx, desk.clerk, { ...entered, business: await businessInCurrency(tx) })
    const changing = changeBusiness(desk.db, shellCaller(), { currency: 'JPY' })
    const refused = expect(changing).rejects.toThrow(BusinessChangeError)
    await untilSomebodyWaits()
    return { refused }
  })
  await change.refused
  expect(await desk.rows('select currency from business')).toEqual([{ currency: 'USD' }])
})

test('orders of different customers do not wait for each other', async () => {
  const [one, other] = [
    await registerCustomer(desk.db, desk.clerk, registration(), onceMore()),
    await registerCustomer(desk.db, desk.clerk, registration(), onceMore()),
  ]
  await desk.db.transaction(async (tx) => {
    const entered = { customerId: one.customer_id, vehicleId: null, page: 'order_page', at: '' } as const
    const business = await businessInCurrency(tx)
    await insertOrder(tx, desk.clerk, { ...entered, business, fields: newOrder(one.customer_id) })
    await takeOrder(desk.db, desk.clerk, newOrder(other.customer_id), onceMore())
  })
  expect(await desk.rows('select id from orders')).toHaveLength(2)
})

test('who changes an order waits for the currency before the customer, whom an import locks afterwards', async () => {
  const order = await takenOrder(desk)
  const { changing } = await desk.db.transaction(async (tx) => {
    await lockCurrency(tx)
    const changing = order.change(1, { amount: '20' })
    await untilSomebodyWaits()
    await tx.execute(sql`select from customers for update nowait`)
    return { changing }
  })
  await changing
  expect(await order.read()).toMatchObject({ amount: 20, version: 2 })
})
