import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerCustomer } from '@/db/commands/register-customer'
import { testCaller } from '@/db/testing/callers'
import { type Desk, openDesk } from '@/db/testing/desk'
import { onceMore, registration } from '@/db/testing/entries'
import { type Changes, orderAt, type TakenOrder, takenOrder } from '@/db/testing/taken-order'
import { ORDER_STATUSES, type OrderStatus } from '@/lib/definitions'
import { ruleOf } from '@/lib/orders/order-rules'

let desk: Desk
let order: TakenOrder
beforeEach(async () => {
  desk = await openDesk()
  order = await takenOrder(desk)
})
afterEach(() => desk.drop())

/** Brings the new order to a status by the shortest way; returns its version then. */
async function bringTo(status: OrderStatus): Promise<number> {
  if (status !== 'created') await order.change(1, { status }, 'on the way')
  return (await order.read()).version
}

describe('the life of an order', () => {
  const steps = ORDER_STATUSES.flatMap((from) =>
    ORDER_STATUSES.filter((to) => to !== from).map((to) => [from, to] as const),
  )

  test.each(steps)('from %s to %s is as the rules say, for each role', async (from, to) => {
    const version = await bringTo(from)
    const rule = ruledBy(from, to)
    const viewer = await testCaller(desk.db, 'viewer')
    await expect(order.change(version, { status: to }, 'why', viewer)).rejects.toMatchObject({ status: 403 })
    const byClerk = order.change(version, { status: to }, 'why', desk.clerk)
    if (rule === 'enter')
      return expect(await byClerk.then(() => order.read())).toMatchObject({ status: to, version: version + 1 })
    const refused = rule === 'edit' ? { status: 403, code: 'not_allowed' } : { status: 409, code: 'not_in_this_state' }
    await expect(byClerk).rejects.toMatchObject(refused)
    const byManager = order.change(version, { status: to }, 'why')
    if (rule === null) return expect(byManager).rejects.toMatchObject({ status: 409, code: 'not_in_this_state' })
    await byManager
    expect(await order.read()).toMatchObject({ status: to, version: version + 1 })
    expect((await order.read()).history.at(-1)).toMatchObject({
      status: from,
      reason: 'why',
      person: { id: desk.manager.id },
    })
  })

  test.each(['cancelled', 'created', 'in_progress'] as const)(
    'a manager says why an order becomes %s again',
    async (to) => {
      const version = await bringTo('completed')
      const unsaid = order.change(version, { status: to })
      await expect(unsaid).rejects.toMatchObject({ status: 400, fields: [{ name: 'reason' }] })
      expect(await order.read()).toMatchObject({ status: 'completed', version })
    },
  )

  function ruledBy(from: OrderStatus, to: OrderStatus) {
    try {
      return ruleOf(from, to)
    } catch {
      return null
    }
  }
})

describe('the fields of an order', () => {
  test('are changed by a clerk until it is completed, then by a manager who says why', async () => {
    await order.change(1, { amount: '20.00' }, null, desk.clerk)
    await order.change(2, { amount: '30.00', status: 'completed' }, null, desk.clerk)
    await expect(order.change(3, { amount: '40.00' }, 'why', desk.clerk)).rejects.toMatchObject({ status: 403 })
    await expect(order.change(3, { amount: '40.00' })).rejects.toMatchObject({
      status: 400,
      fields: [{ name: 'reason' }],
    })
    await order.change(3, { amount: '40.00' }, 'a part was forgotten')
    const { amount, history } = await order.read()
    expect([...history.map((step) => step.amount), amount]).toEqual([10, 20, 30, 40])
    expect(history.map(({ version, reason }) => [version, reason])).toEqual([
      [1, null],
      [2, null],
      [3, 'a part was forgotten'],
    ])
  })

  test('are all changed at once, and what they were is kept', async () => {
    const before = await order.read()
    const details = { type: 'consultation', follow_up_on: '2026-12-01' } as const
    const changes = {
      type: 'consultation',
      branch: 'north',
      amount: '0',
      ordered_on: '2026-01-05',
      description: 'x',
    } as const
    await order.change(1, { ...changes, details }, null, desk.clerk)
    const after = await order.read()
    expect(after).toMatchObject({
      ...{ type: 'consultation', branch: { code: 'north' }, amount: 0, description: 'x', details, backdated: true },
      ...{ ordered_at: '2026-01-04T21:00:00.000Z', version: 2 },
    })
    const { type, amount, ordered_at, branch, description, details: was, vehicle_id, status } = before
    expect(after.history).toMatchObject([
      { type, amount, ordered_at, branch, description, details: was, vehicle_id, status },
    ])
  })

  test('that are what they were already make no step', async () => {
    const { ordered_at, history } = await order.read()
    const today = String(
      (await desk.rows(`select (now() at time zone 'Africa/Dar_es_Salaam')::date::text as day`))[0]?.day,
    )
    await order.change(1, {
      amount: 10,
      branch: 'main',
      ordered_on: today,
      details: { type: 'service' },
      status: 'created',
    })
    expect(await order.read()).toMatchObject({ version: 1, ordered_at, history })
    expect(await desk.rows("select id from audit_log where action = 'order.changed'")).toEqual([])
  })

  test.each<[string, Changes, string]>([
    ['another type without its details', { type: 'sales' }, 'changes.details'],
    ['details of another type', { details: { type: 'consultation' } }, 'changes.details'],
    ['a branch that is not there', { branch: 'nowhere' }, 'changes.branch'],
    ['an archived branch', { branch: 'airport' }, 'changes.branch'],
    ['a vehicle of nobody', { vehicle_id: '01900000-0000-7000-8000-000000000000' }, 'changes.vehicle_id'],
    ['an amount with too many decimals', { amount: '1.005' }, 'changes.amount'],
    ['a day to come', { ordered_on: '2199-01-01' }, 'changes.ordered_on'],
  ])('do not become %s', async (_, changes, name) => {
    await desk.rows("update branches set archived_at = now() where code = 'airport'")
    await expect(order.change(1, changes)).rejects.toMatchObject({ status: 400, fields: [{ name }] })
    expect(await order.read()).toMatchObject({ version: 1, history: [] })
  })

  test('stay though their branch or vehicle was archived or retired since', async () => {
    const [vehicle] = await desk.rows('select id from vehicles')
    const vehicle_id = String(vehicle?.id)
    await order.change(1, { vehicle_id, branch: 'airport' })
    await desk.rows("update branches set archived_at = now() where code = 'airport'")
    await desk.rows('update vehicles set retired_at = now()')
    await order.change(2, { vehicle_id, branch: 'airport', amount: '11' })
    expect(await order.read()).toMatchObject({ amount: 11, branch: { code: 'airport' }, vehicle: { id: vehicle_id } })
  })
})

describe('a change that is sent again, as its answer was lost', () => {
  test('is done already, and makes no second step', async () => {
    const change = () => order.change(1, { amount: '20', status: 'completed' }, 'why', desk.clerk)
    await change()
    const done = await order.read()
    await change()
    expect(await order.read()).toEqual(done)
    expect(await desk.rows("select id from audit_log where action = 'order.changed'")).toHaveLength(1)
  })

  test.each<[string, () => Promise<void>]>([
    // Whoever did not do it is told who did: both may have meant a step of their own.
    ['somebody else’s', () => order.change(1, { amount: '20' })],
    ['another one', () => order.change(1, { amount: '21' }, null, desk.clerk)],
    ['one for another reason', () => order.change(1, { amount: '20' }, 'why', desk.clerk)],
  ])('is told what became of the order where it is %s', async (_, change) => {
    await order.change(1, { amount: '20' }, null, desk.clerk)
    await expect(change()).rejects.toMatchObject({ status: 409, code: 'changed_meanwhile' })
    expect(await order.read()).toMatchObject({ amount: 20, version: 2 })
  })

  test('is told what others did after it', async () => {
    await order.change(1, { amount: '20' }, null, desk.clerk)
    await order.change(2, { description: 'Brakes' })
    const again = order.change(1, { amount: '20' }, null, desk.clerk)
    await expect(again).rejects.toMatchObject({ status: 409, code: 'changed_meanwhile' })
  })
})

describe('somebody limited to a branch', () => {
  test('changes no order of another one, and gives none away', async () => {
    const asNorth = (changes: Changes) => order.change(1, changes, 'why', desk.clerkOfNorth)
    await expect(asNorth({ amount: '1' })).rejects.toMatchObject({ status: 404 })
    order = await takenOrder(desk, { branch: 'north' })
    await expect(asNorth({ branch: 'main' })).rejects.toMatchObject({ status: 403, code: 'branch_not_allowed' })
    await asNorth({ amount: '1' })
    expect(await order.read(desk.clerkOfNorth)).toMatchObject({ amount: 1, version: 2 })
  })

  test('is shown of an order’s past what it was at their branch', async () => {
    await order.change(1, { branch: 'north' })
    await order.change(2, { amount: '1' })
    expect((await order.read()).history).toHaveLength(2)
    expect((await order.read(desk.clerkOfNorth)).history).toMatchObject([{ version: 2, branch: { code: 'north' } }])
  })
})

test('an order that was another customer’s before keeps what it was then', async () => {
  await order.change(1, { amount: '20' })
  const other = await registerCustomer(desk.db, desk.clerk, registration({ full_name: 'Baraka Komba' }), onceMore())
  // As an import does that gives the order to another customer.
  await desk.rows(
    `insert into order_history (customer_id, id, order_id, order_version, branch_id, type, status, amount_minor,
       ordered_at, replaced_at, replaced_by)
     select customer_id, gen_random_uuid(), id, version, branch_id, type, status, amount_minor, ordered_at, now(), 'import'
     from orders`,
  )
  await desk.rows('update orders set customer_id = $1, version = version + 1', [other.customer_id])
  order = orderAt(desk, { ...order.id, customerId: other.customer_id })
  expect(await order.read()).toMatchObject({
    customer: { full_name: 'Baraka Komba' },
    history: [
      { version: 1, customer: { full_name: 'Neema Lyimo' } },
      { version: 2, customer: { full_name: 'Neema Lyimo' }, replaced_by: 'import', person: null },
    ],
  })
})

test('each change is told of by ids and the names of fields alone', async () => {
  await order.change(1, { amount: '77', description: 'a secret', status: 'in_progress' })
  expect(await desk.rows("select subject_id, detail from audit_log where action = 'order.changed'")).toEqual([
    {
      subject_id: order.id.customerId,
      detail: {
        ...{ order_id: order.id.orderId, version: 2, fields: ['description', 'amountMinor'] },
        ...{ from: 'created', to: 'in_progress' },
      },
    },
  ])
})
