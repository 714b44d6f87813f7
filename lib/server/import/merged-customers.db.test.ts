import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Caller, shellCaller } from '@/db/access'
import { eraseCustomer } from '@/db/commands/erase-customer'
import { mergeCustomers, undoMerge } from '@/db/commands/merge-customers'
import { contents, versions } from './testing/contents'
import { createTrial, type Trial } from './testing/trial'

const CUSTOMERS = `external_id,full_name,customer_type,phone,email,branch
C1,Asha,personal,+255 700 111,asha@example.invalid,north
C2,Asha M.,company,+255 700 222,,north
C3,Baraka,company,,,
`
const ORDERS = `external_id,customer_external_id,type,status,amount,currency,created_at
O1,C1,service,completed,10.50,USD,2026-01-05T10:00:00Z
O2,C2,sales,created,20.00,USD,2026-02-05T10:00:00Z
`

let trial: Trial
beforeEach(async () => {
  trial = await createTrial()
  await trial.importFiles({ customers: CUSTOMERS, orders: ORDERS })
})
afterEach(() => trial.end())

const manager: Caller = { ...shellCaller(), kind: 'person', id: uuidv7(), role: 'manager' }

async function idOf(code: string): Promise<string> {
  const [found] = await trial.rows(sql`select id from customers where external_id = ${code}`)
  return String(found?.id)
}

async function merge(keep: string, merged: string) {
  const pair = { keepId: await idOf(keep), mergeId: await idOf(merged), versions: { keep: 1, merge: 1 } }
  return { customerId: pair.keepId, mergeId: await mergeCustomers(trial.db, manager, pair) }
}

test('the same files again change nothing of two customers who were merged', async () => {
  await merge('C1', 'C2')
  const before = await versions(trial)
  const report = await trial.importFiles({ customers: CUSTOMERS, orders: ORDERS })
  expect(report.customers?.applied).toEqual({ created: 0, changed: 0, unchanged: 2, leftAlone: 1 })
  expect(report.orders?.applied).toEqual({ created: 0, changed: 0, unchanged: 2 })
  expect(await versions(trial)).toEqual(before)
})

test('a row of a merged customer is left alone, and its new orders go to the one that was kept', async () => {
  await merge('C1', 'C2')
  const { customers: before } = await contents(trial)
  const orders = `${ORDERS}O3,C2,service,completed,5.00,USD,2026-03-05T10:00:00Z\n`
  const report = await trial.importFiles({
    customers: CUSTOMERS.replace('Asha M.,company,+255 700 222', 'Another name,ngo,+255 700 999'),
    orders: orders.replace('20.00', '21.00'),
  })
  expect(report.customers?.applied).toMatchObject({ changed: 0, leftAlone: 1 })
  expect(report.orders?.applied).toEqual({ created: 1, changed: 1, unchanged: 1 })
  const after = await contents(trial)
  const identity = (rows: typeof before) =>
    rows.map(({ full_name, phone, group, branch }) => [full_name, phone, group, branch])
  expect(identity(after.customers)).toEqual(identity(before))
  expect(after.orders.map(({ external_id, customer, amount_minor }) => [external_id, customer, amount_minor])).toEqual([
    ['O1', 'C1', '1050'],
    ['O2', 'C1', '2100'],
    ['O3', 'C1', '500'],
  ])
})

test('a phone that is also of somebody who was merged still leads to whom they were merged into', async () => {
  await trial.importFiles({ customers: CUSTOMERS.replaceAll('700 222', '700 111') })
  await trial.rows(sql`update customers set version = 1`)
  await merge('C1', 'C2')
  await trial.importFiles({ customers: CUSTOMERS.replace('700 111', '700 333') })
  const [kept] = (await contents(trial)).customers
  expect(kept?.keys).toContain('phone 255700111, phone 255700333')
})

test('after the merge is undone, rows and new orders of both go their own way again', async () => {
  await undoMerge(trial.db, manager, await merge('C1', 'C2'))
  const orders = `${ORDERS}O3,C2,service,completed,5.00,USD,2026-03-05T10:00:00Z\n`
  const report = await trial.importFiles({ customers: CUSTOMERS.replace('Asha M.', 'Asha Mushi'), orders })
  expect(report.customers?.applied).toEqual({ created: 0, changed: 1, unchanged: 2 })
  const after = await contents(trial)
  expect(after.customers[1]).toMatchObject({ external_id: 'C2', full_name: 'Asha Mushi' })
  expect(after.orders.map(({ customer }) => customer)).toEqual(['C1', 'C2', 'C2'])
})

test('an erased person stays erased; their orders are still imported', async () => {
  await eraseCustomer(trial.db, manager, { id: await idOf('C1'), version: 1 })
  const orders = `${ORDERS}O3,C1,service,completed,5.00,USD,2026-03-05T10:00:00Z\n`
  const report = await trial.importFiles({ customers: CUSTOMERS, orders })
  expect(report.customers?.applied).toEqual({ created: 0, changed: 0, unchanged: 2, leftAlone: 1 })
  expect(report.orders?.applied).toMatchObject({ created: 1 })
  const { customers, orders: recorded } = await contents(trial)
  expect(customers[0]).toMatchObject({
    external_id: 'C1',
    full_name: 'Erased customer',
    phone: null,
    email: null,
    keys: 'customer_external_id C1, order_external_id O1, order_external_id O3',
    last_counted_at: expect.stringContaining('2026-03-05'),
  })
  expect(recorded.map(({ customer }) => customer)).toEqual(['C1', 'C2', 'C1'])
})

test('what was entered of an order by hand goes along when an import gives it to another customer', async () => {
  await trial.rows(sql`update orders set description = 'By hand', version = 4 where external_id = 'O1'`)
  await trial.importFiles({ orders: ORDERS.replace('O1,C1', 'O1,C3') })
  const [moved] = await trial.rows(sql`select description, version from orders where external_id = 'O1'`)
  expect(moved).toEqual({ description: 'By hand', version: 5 })
  const [step] = await trial.rows(sql`select description, order_version from order_history`)
  expect(step).toEqual({ description: 'By hand', order_version: 4 })
})
