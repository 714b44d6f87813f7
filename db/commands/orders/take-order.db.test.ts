import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '@/db/access'
import type { BusinessSettings } from '@/db/commands/business'
import { registerCustomer } from '@/db/commands/register-customer'
import { getOrder } from '@/db/queries/order'
import { testCaller } from '@/db/testing/callers'
import { type Desk, openDesk } from '@/db/testing/desk'
import { newOrder, onceMore, registration, SERVICE } from '@/db/testing/entries'
import { takeOrder } from './take-order'

let desk: Desk
const open = async (settings?: BusinessSettings) => {
  desk = await openDesk(settings)
}
afterEach(() => desk.drop())

const register = (given: Parameters<typeof registration>[0] = {}, caller: Caller = desk.manager) =>
  registerCustomer(desk.db, caller, registration(given), onceMore())
const take = (customerId: string, given: Parameters<typeof newOrder>[1] = {}, caller: Caller = desk.clerk) =>
  takeOrder(desk.db, caller, newOrder(customerId, given), onceMore())

describe('an order', () => {
  beforeEach(() => open())

  test('is recorded as it was entered, and told of by ids alone', async () => {
    const { customer_id, vehicle_id } = await register({ vehicle: { plate: 'T 1 AAA' } })
    const sale = { type: 'sales', item: '4 tyres', quantity: 4 } as const
    const given = {
      type: 'sales',
      branch: 'north',
      vehicle_id,
      amount: 480,
      details: sale,
      description: 'On credit',
    } as const
    const { order_id } = await take(customer_id, given)
    expect(await getOrder(desk.db, desk.clerk.scope, customer_id, order_id)).toMatchObject({
      ...{ type: 'sales', status: 'created', amount: 480, branch: { code: 'north' }, details: sale, version: 1 },
      ...{ vehicle: { id: vehicle_id, plate: 'T 1 AAA' }, description: 'On credit', source: 'order_page' },
      ...{ entered_by: { id: desk.clerk.id }, backdated: false, history: [] },
    })
    expect(await desk.rows("select subject_id, detail from audit_log where action = 'order.created'")).toEqual([
      { subject_id: customer_id, detail: { order_id } },
    ])
  })

  test.each<[string, Parameters<typeof newOrder>[1], string]>([
    ['a branch that is not there', { branch: 'nowhere' }, 'branch'],
    ['a vehicle of nobody', { vehicle_id: '01900000-0000-7000-8000-000000000000' }, 'vehicle_id'],
    ['a day to come', { ordered_on: '2199-01-01' }, 'ordered_on'],
    ['a day of 1899', { ordered_on: '1899-12-31' }, 'ordered_on'],
    ['more than can be recorded', { amount: '9999999999999' }, 'amount'],
  ])('of %s is refused by that field', async (_, given, name) => {
    const { customer_id } = await register()
    await expect(take(customer_id, given)).rejects.toMatchObject({ status: 400, fields: [{ name }] })
    expect(await desk.rows('select id from orders')).toEqual([])
  })

  test('is for no vehicle of somebody else, and for none that is retired', async () => {
    const other = await register({ vehicle: { plate: 'T 1 AAA' } })
    const { customer_id, vehicle_id } = await register({ vehicle: { plate: 'T 2 BBB' } })
    await desk.rows('update vehicles set retired_at = now() where id = $1', [vehicle_id])
    for (const vehicle of [other.vehicle_id, vehicle_id]) {
      const refused = take(customer_id, { vehicle_id: vehicle })
      await expect(refused).rejects.toMatchObject({ status: 400, fields: [{ name: 'vehicle_id' }] })
    }
  })

  test('of a customer who was merged or erased, or was never there, is refused', async () => {
    const [merged, erased] = [await register(), await register()]
    await desk.rows('update customers set merged_into_id = $1 where id = $2', [erased.customer_id, merged.customer_id])
    await desk.rows('update customers set erased_at = now() where id = $1', [erased.customer_id])
    await expect(take(merged.customer_id)).rejects.toMatchObject({ status: 404 })
    await expect(take(erased.customer_id)).rejects.toMatchObject({ status: 409, code: 'erased' })
    await expect(take('01900000-0000-7000-8000-000000000000')).rejects.toMatchObject({ status: 404 })
  })
})

describe('somebody limited to a branch', () => {
  beforeEach(() => open())

  test('takes orders there, of those whom they may see', async () => {
    const [home, ordered, elsewhere] = [
      await register({ branch: 'north' }),
      await register({ branch: 'main', order: { ...SERVICE, branch: 'north' } }),
      await register({ branch: 'main' }),
    ]
    for (const { customer_id } of [home, ordered]) {
      await take(customer_id, { branch: 'north' }, desk.clerkOfNorth)
      const beyond = take(customer_id, { branch: 'main' }, desk.clerkOfNorth)
      await expect(beyond).rejects.toMatchObject({ status: 403, code: 'branch_not_allowed' })
    }
    const unseen = take(elsewhere.customer_id, { branch: 'north' }, desk.clerkOfNorth)
    await expect(unseen).rejects.toMatchObject({ status: 404 })
  })

  test('is shown no order of another branch', async () => {
    const { customer_id, order_id } = await register({ branch: 'north', order: SERVICE })
    expect(await getOrder(desk.db, desk.clerkOfNorth.scope, customer_id, order_id ?? '')).toBeNull()
    const nobody = await testCaller(desk.db, 'clerk', { branches: [] })
    expect(await getOrder(desk.db, nobody.scope, customer_id, order_id ?? '')).toBeNull()
    await expect(take(customer_id, {}, nobody)).rejects.toMatchObject({ status: 404 })
  })
})

describe.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Santiago'])('in %s', (timeZone) => {
  beforeEach(() => open({ timeZone }))
  const day = async (offset: number) =>
    String(
      (await desk.rows('select ((now() at time zone $1)::date + $2::int)::text as day', [timeZone, offset]))[0]?.day,
    )

  test('today is now, a past day is its midnight, and tomorrow is refused', async () => {
    const { customer_id } = await register()
    for (const ordered_on of [null, await day(0)]) await take(customer_id, { ordered_on })
    expect(await desk.rows("select id from orders where ordered_at > now() - interval '1 minute'")).toHaveLength(2)
    const yesterday = await take(customer_id, { ordered_on: await day(-1) })
    const local = `select (ordered_at at time zone $1)::text as at from orders where id = $2`
    expect(await desk.rows(local, [timeZone, yesterday.order_id])).toEqual([{ at: `${await day(-1)} 00:00:00` }])
    const shown = await getOrder(desk.db, desk.clerk.scope, customer_id, yesterday.order_id)
    expect(shown?.backdated).toBe(true)
    const tomorrow = take(customer_id, { ordered_on: await day(1) })
    await expect(tomorrow).rejects.toMatchObject({ status: 400, fields: [{ name: 'ordered_on' }] })
  })
})

test('a day without a midnight begins at the offset before the change, one with two at the first', async () => {
  await open({ timeZone: 'America/Santiago' })
  const { customer_id } = await register()
  for (const ordered_on of ['2025-09-07', '2025-04-06']) await take(customer_id, { ordered_on })
  expect(await desk.rows('select ordered_at from orders order by ordered_at')).toEqual([
    { ordered_at: new Date('2025-04-06T04:00:00Z') },
    { ordered_at: new Date('2025-09-07T04:00:00Z') },
  ])
})

describe.each([
  ['JPY', 0, '1250', 1250, '1250.5'],
  ['USD', 2, '1250.5', 125_050, '1250.505'],
  ['KWD', 3, '1250.505', 1_250_505, '1250.5050'],
] as const)('in %s, of %i digits', (currency, _, amount, minor, refused) => {
  beforeEach(() => open({ currency }))

  test('amounts are exact, and what does not fit is refused', async () => {
    const { customer_id } = await register()
    const { order_id } = await take(customer_id, { amount })
    expect(await desk.rows('select amount_minor from orders')).toEqual([{ amount_minor: String(minor) }])
    expect((await getOrder(desk.db, desk.clerk.scope, customer_id, order_id))?.amount).toBe(Number(amount))
    const tooFine = take(customer_id, { amount: refused })
    await expect(tooFine).rejects.toMatchObject({ status: 400, fields: [{ name: 'amount' }] })
  })
})
