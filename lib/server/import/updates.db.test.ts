import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shellCaller } from '@/db/access'
import { editCustomer } from '@/db/commands/edit-customer'
import { changeOrder } from '@/db/commands/orders/change-order'
import { orderChange } from '@/db/testing/entries'
import { customerEditSchema } from '@/lib/customers/editing'
import { contents, versions } from './testing/contents'
import { createTrial, type Trial } from './testing/trial'

const CUSTOMERS = `external_id,full_name,customer_type,organization_name,phone,email,registered_at,branch
C1,Asha,personal,,+255 700 111,Asha@example.invalid,2024-05-06,north
C2,Juma,company,Juma Ltd,,,,
`
const ORDERS = `external_id,customer_external_id,type,status,amount,currency,created_at,source,branch
O1,C1,service,completed,10.50,USD,2026-01-05T10:00:00Z,registration,north
O2,C2,sales,created,20.00,USD,2026-02-05T10:00:00Z,,
`

let trial: Trial
beforeEach(async () => {
  trial = await createTrial()
  await trial.importFiles({ customers: CUSTOMERS, orders: ORDERS })
})
afterEach(() => trial.end())

async function idOf(table: 'customers' | 'orders', code: string): Promise<string> {
  const [found] = await trial.rows(sql`select id from ${sql.identifier(table)} where external_id = ${code}`)
  return String(found?.id)
}

test('importing the same files again changes nothing at all', async () => {
  const before = await versions(trial)
  const report = await trial.importFiles({ customers: CUSTOMERS, orders: ORDERS })
  expect(report.customers?.applied).toEqual({ created: 0, changed: 0, unchanged: 2 })
  expect(report.orders?.applied).toEqual({ created: 0, changed: 0, unchanged: 2 })
  expect(await versions(trial)).toEqual(before)
})

test('every real file changes nothing when it is imported a second time', async () => {
  for (const set of ['northwind', 'chinook', 'oracle_co']) {
    const fresh = await createTrial()
    const files = { customers: `e2e/data/${set}/customers.csv`, orders: `e2e/data/${set}/orders.csv` }
    await fresh.importFiles(files)
    const before = await versions(fresh)
    await fresh.importFiles(files)
    expect(await versions(fresh)).toEqual(before)
    await fresh.end()
  }
})

test('a changed customer is updated, its version moves on, and nobody else is touched', async () => {
  const changed = CUSTOMERS.replace('C1,Asha,personal,,+255 700 111', 'C1,Asha Mushi,ngo,,+255 700 222')
  const report = await trial.importFiles({ customers: changed })
  expect(report.customers?.applied).toEqual({ created: 0, changed: 1, unchanged: 1 })
  const { customers } = await contents(trial)
  expect(customers[0]).toMatchObject({
    full_name: 'Asha Mushi',
    group: 'ngo',
    sort_name: 'asha mushi',
    search_text: 'asha mushi\nasha@example.invalid\nc1\n255700222',
    keys: 'customer_external_id C1, order_external_id O1, phone 255700222, email asha@example.invalid',
  })
  expect(await trial.rows(sql`select external_id, version from customers order by external_id`)).toEqual([
    { external_id: 'C1', version: 2 },
    { external_id: 'C2', version: 1 },
  ])
})

test('a changed group closes the membership that was open and opens another at that moment', async () => {
  await trial.importFiles({ customers: CUSTOMERS.replace('Asha,personal', 'Asha,ngo') })
  const memberships = await trial.rows(sql`
    select g.key, valid_from::text = '-infinity' as from_ever, valid_to is null as is_open,
      valid_to = (select updated_at from customers where external_id = 'C1') as closed_now
    from customer_group_memberships m join customer_groups g on g.id = m.group_id
    join customers c on c.id = m.customer_id where c.external_id = 'C1' order by valid_from`)
  expect(memberships).toEqual([
    { key: 'personal', from_ever: true, is_open: false, closed_now: true },
    { key: 'ngo', from_ever: false, is_open: true, closed_now: null },
  ])
})

test('a column that the file does not have keeps what is recorded, a blank cell empties it', async () => {
  await trial.importFiles({ customers: 'external_id,phone\nC1,\nC2,5\n' })
  const { customers } = await contents(trial)
  expect(customers).toMatchObject([
    { full_name: 'Asha', group: 'personal', phone: null, email: 'Asha@example.invalid', branch: 'north' },
    { full_name: 'Juma', group: 'company', organization_name: 'Juma Ltd', phone: '5' },
  ])
  await trial.importFiles({
    customers: 'external_id,full_name,customer_type,organization_name,email\nC1,,,,\nC2,,,,\n',
  })
  expect((await contents(trial)).customers).toMatchObject([
    { full_name: 'Customer C1', group: 'unclassified', organization_name: null, email: null, phone: null },
    { full_name: 'Customer C2', group: 'unclassified', organization_name: null, phone: '5' },
  ])
})

test('an order file without source and branch keeps them, blank cells give import and main', async () => {
  const short = ORDERS.split('\n').map((line) => line.split(',').slice(0, 7).join(','))
  expect((await trial.importFiles({ orders: short.join('\n') })).orders?.applied).toMatchObject({ unchanged: 2 })
  await trial.importFiles({ orders: ORDERS.replace('registration,north', ',') })
  expect((await contents(trial)).orders[0]).toMatchObject({ source: 'import', branch: 'main' })
})

test('what an order was is kept in its history when it changes', async () => {
  await trial.importFiles({ orders: ORDERS.replace('completed,10.50', 'cancelled,11.00') })
  expect((await contents(trial)).orders[0]).toMatchObject({ status: 'cancelled', amount_minor: '1100' })
  const history = await trial.rows(sql`
    select o.external_id, h.order_version, o.version, h.status, h.amount_minor, h.replaced_by,
      h.replaced_at = o.updated_at as at_once
    from order_history h join orders o on o.customer_id = h.customer_id and o.id = h.order_id`)
  const kept = { order_version: 1, version: 2, status: 'completed', amount_minor: '1050', replaced_by: 'import' }
  expect(history).toEqual([{ external_id: 'O1', at_once: true, ...kept }])
})

test('an order that names another customer moves there under the same id, and its history stays where it was', async () => {
  const [before] = await trial.rows(sql`select id, created_at from orders where external_id = 'O1'`)
  const report = await trial.importFiles({ orders: ORDERS.replace('O1,C1', 'O1,C2') })
  expect(report.orders?.applied).toEqual({ created: 0, changed: 1, unchanged: 1 })
  const after = await trial.rows(sql`
    select o.id, o.created_at, o.version, c.external_id, h.external_id as history, k.external_id as key
    from orders o join customers c on c.id = o.customer_id
    join order_history oh on oh.order_id = o.id join customers h on h.id = oh.customer_id
    join customer_keys ok on ok.kind = 'order_external_id' and ok.value = o.external_id
    join customers k on k.id = ok.customer_id
    where o.external_id = 'O1'`)
  expect(after).toEqual([{ ...before, version: 2, external_id: 'C2', history: 'C1', key: 'C2' }])
  expect((await contents(trial)).customers).toMatchObject([
    { first_counted_at: null, last_counted_at: null, branch: 'north', visit_gaps: 0, median_gap_days: null },
    {
      ...{ first_counted_at: '2026-01-05 10:00:00+00', last_counted_at: '2026-02-05 10:00:00+00', branch: 'north' },
      ...{ visit_gaps: 1, median_gap_days: 31 },
    },
  ])
  const settled = await versions(trial)
  await trial.importFiles({ orders: ORDERS.replace('O1,C1', 'O1,C2') })
  expect(await versions(trial)).toEqual(settled)
})

test('what was changed by hand while the files were read was before what the import changes', async () => {
  const customer = { id: await idOf('customers', 'C1'), version: 1 }
  const order = { customerId: customer.id, orderId: await idOf('orders', 'O1') }
  const fields = customerEditSchema.parse({
    ...{ full_name: 'Asha', group: 'company', phone: '', branch: 'north', customer_id: customer.id, version: 1 },
  })
  await trial.importFiles(
    {
      customers: CUSTOMERS.replace('Asha,personal', 'Asha,ngo'),
      orders: ORDERS.replace('10.50', '11.00'),
    },
    {
      onProgress: async ({ step }) => {
        if (step !== 'checking') return
        await editCustomer(trial.db, shellCaller(), customer, fields)
        await changeOrder(trial.db, shellCaller(), order, orderChange(1, { description: 'Brakes' }, 'Forgotten.'))
      },
    },
  )
  const memberships = await trial.rows(sql`
    select g.key, valid_to = lead(valid_from) over (order by valid_from) as joins, valid_to > valid_from as forward
    from customer_group_memberships m join customer_groups g on g.id = m.group_id
    where m.customer_id = ${customer.id} order by valid_from`)
  expect(memberships).toEqual([
    { key: 'personal', joins: true, forward: true },
    { key: 'company', joins: true, forward: true },
    { key: 'ngo', joins: null, forward: null },
  ])
  const history = sql`select order_version from order_history where order_id = ${order.orderId} order by replaced_at`
  expect(await trial.rows(history)).toEqual([{ order_version: 1 }, { order_version: 2 }])
})

test('the plates of vehicles stay in what is searched when a customer changes', async () => {
  const vehicleId = '019a0000-0000-7000-8000-000000000001'
  await trial.rows(sql`
    insert into vehicles (customer_id, id, plate) select id, ${vehicleId}, 'T 123 ABC' from customers where external_id = 'C2'`)
  await trial.importFiles({ customers: CUSTOMERS.replace('Juma Ltd', 'Juma & Sons') })
  expect((await contents(trial)).customers[1]).toMatchObject({ search_text: 'juma\njuma & sons\nc2\nt 123 abc' })
})

test('each applied import is recorded with its counts and announced with its id alone', async () => {
  const client = await trial.pool.connect()
  const told = new Promise<string | undefined>((resolve) => {
    client.once('notification', ({ payload }) => resolve(payload))
  })
  await client.query('listen changes')
  await trial.importFiles({ orders: ORDERS.replace('20.00', '21.00') })
  const announced = JSON.parse((await told) ?? '')
  client.release()
  const [latest] = await trial.rows(sql`select id, counts, customers_file from imports order by id desc limit 1`)
  expect(announced).toMatchObject({ kind: 'import', id: latest?.id })
  expect(latest).toMatchObject({
    customers_file: null,
    counts: { ordersChanged: 1, ordersUnchanged: 1, customersCreated: 0 },
  })
})
