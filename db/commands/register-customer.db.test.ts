import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '@/db/access'
import { testCaller } from '@/db/testing/callers'
import { type Desk, openDesk } from '@/db/testing/desk'
import { onceMore, registration, SERVICE } from '@/db/testing/entries'
import { registerCustomer } from './register-customer'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.drop())

const register = (given: Parameters<typeof registration>[0] = {}, caller: Caller = desk.clerk) =>
  registerCustomer(desk.db, caller, registration(given), onceMore())
const theCustomer = async () =>
  (
    await desk.rows(`select c.*, g.key as "group", b.code as home from customers c
      join customer_groups g on g.id = group_id join branches b on b.id = home_branch_id`)
  )[0]

describe('a registration', () => {
  test('records the customer with everything by which they are found and counted', async () => {
    const made = await register({
      full_name: ' Zúhura   Mushi ',
      phone: '0712 345 678',
      email: 'Z.Mushi@Example.INVALID',
      address: 'Plot 7\r\nMoshi',
      tax_number: '123-456-789',
      person_role: 'driver',
      vehicle: { plate: 't 482 dkr', make: 'Toyota', model: 'Hilux', year: 2014 },
      order: { ...SERVICE, branch: 'north', amount: '99.50', with_vehicle: true, description: 'Brakes' },
    })
    expect(await theCustomer()).toMatchObject({
      ...{ id: made.customer_id, full_name: 'Zúhura Mushi', phone: '+255712345678', email: 'z.mushi@example.invalid' },
      ...{ address: 'Plot 7\nMoshi', tax_number: '123-456-789', person_role: 'driver', group: 'personal', version: 1 },
      ...{ home: 'north', home_branch_explicit: false, registered_at_explicit: true, sort_name: 'zuhura mushi' },
      search_text: 'zuhura mushi\nz.mushi@example.invalid\n255712345678\nt 482 dkr',
    })
    expect(await desk.rows('select kind, value from customer_keys order by kind')).toEqual([
      { kind: 'phone', value: '255712345678' },
      { kind: 'email', value: 'z.mushi@example.invalid' },
      { kind: 'plate', value: 'T482DKR' },
      { kind: 'tax_number', value: '123456789' },
    ])
    expect(
      await desk.rows('select customer_id, id, vehicle_id, status, amount_minor, source, description from orders'),
    ).toEqual([
      {
        ...{ customer_id: made.customer_id, id: made.order_id, vehicle_id: made.vehicle_id, status: 'created' },
        ...{ amount_minor: '9950', source: 'registration', description: 'Brakes' },
      },
    ])
    const memberships = 'select valid_from::text, valid_to from customer_group_memberships'
    expect(await desk.rows(memberships)).toEqual([{ valid_from: '-infinity', valid_to: null }])
  })

  test('is told of in the audit log by ids alone', async () => {
    const made = await register({ order: SERVICE })
    expect(await desk.rows('select action, actor_id, subject_id, detail from audit_log order by id')).toEqual([
      { action: 'customer.registered', actor_id: desk.clerk.id, subject_id: made.customer_id, detail: {} },
      {
        ...{ action: 'order.created', actor_id: desk.clerk.id, subject_id: made.customer_id },
        detail: { order_id: made.order_id },
      },
    ])
  })

  test('by a key is from the API', async () => {
    await register({ order: SERVICE }, await testCaller(desk.db, 'clerk', { kind: 'key' }))
    expect(await desk.rows('select source from orders')).toEqual([{ source: 'api' }])
  })

  test('without contacts and order is of somebody known from now on, without a counted order', async () => {
    await register()
    expect(await theCustomer()).toMatchObject({ first_counted_at: null, last_counted_at: null, home: 'main' })
    expect(await desk.rows('select registered_at = known_since as same from customers')).toEqual([{ same: true }])
    expect(await desk.rows('select * from customer_keys')).toEqual([])
  })

  test('with an order dated back is of somebody known since then, and registered today', async () => {
    await register({ order: { ...SERVICE, ordered_on: '2026-01-05' } })
    const derived = `select known_since, first_counted_at, last_counted_at, registered_at > now() - interval '1 minute' as today
      from customers`
    const midnight = new Date('2026-01-04T21:00:00Z')
    expect(await desk.rows(derived)).toEqual([
      { known_since: midnight, first_counted_at: midnight, last_counted_at: midnight, today: true },
    ])
  })

  test('of a second person with the same phone is made: two persons may share one', async () => {
    await register({ phone: '0712345678' })
    await register({ phone: '+255712345678' })
    expect(await desk.rows('select value from customer_keys')).toHaveLength(2)
  })
})

describe('where they are at home', () => {
  test.each<[string, Parameters<typeof registration>[0], string, boolean]>([
    ['at the branch that was named', { branch: 'airport', order: { ...SERVICE, branch: 'north' } }, 'airport', true],
    ['else at that of the order', { order: { ...SERVICE, branch: 'north' } }, 'north', false],
    ['else at main', {}, 'main', false],
  ])('%s', async (_, given, home, home_branch_explicit) => {
    await register(given)
    expect(await theCustomer()).toMatchObject({ home, home_branch_explicit })
  })

  test('at the only branch of who registers them, and it stays so', async () => {
    await register({}, desk.clerkOfNorth)
    expect(await theCustomer()).toMatchObject({ home: 'north', home_branch_explicit: true })
  })

  test('asked for where who registers them has several branches and main is none of them', async () => {
    const clerk = await testCaller(desk.db, 'clerk', { branches: ['north', 'airport'] })
    await expect(register({}, clerk)).rejects.toMatchObject({ status: 400, fields: [{ name: 'branch' }] })
  })
})

describe('what does not fit is refused, by the field that is to be mended', () => {
  test.each<[string, Parameters<typeof registration>[0], string]>([
    ['a phone that is none', { phone: 'ask his brother' }, 'phone'],
    ['a group that is not there', { group: 'nobody' }, 'group'],
    ['a group that was archived', { group: 'ngo' }, 'group'],
    ['a company without its name', { group: 'company' }, 'organization_name'],
    ['a driver who is a company', { group: 'company', organization_name: 'A', person_role: 'driver' }, 'person_role'],
    ['a home that is not there', { branch: 'nowhere' }, 'branch'],
    ['a home that was archived', { branch: 'airport' }, 'branch'],
    ['an order at a branch that is not there', { order: { ...SERVICE, branch: 'nowhere' } }, 'order.branch'],
    ['an order at a branch that was archived', { order: { ...SERVICE, branch: 'airport' } }, 'order.branch'],
    ['an order for a vehicle that is not', { order: { ...SERVICE, with_vehicle: true } }, 'order.with_vehicle'],
    ['an amount with too many decimals', { order: { ...SERVICE, amount: '1.005' } }, 'order.amount'],
    ['an order of a day to come', { order: { ...SERVICE, ordered_on: '2199-01-01' } }, 'order.ordered_on'],
    ['an order of the year 0', { order: { ...SERVICE, ordered_on: '0000-01-01' } }, 'order.ordered_on'],
  ])('%s', async (_, given, name) => {
    await desk.pool.query("update customer_groups set requires_organization = true where key = 'company'")
    await desk.pool.query("update customer_groups set archived_at = now() where key = 'ngo'")
    await desk.pool.query("update branches set archived_at = now() where code = 'airport'")
    await expect(register(given)).rejects.toMatchObject({ status: 400, code: 'bad_request', fields: [{ name }] })
    expect(
      await desk.rows(
        'select id from customers union select id from audit_log union select actor_id from idempotency_keys',
      ),
    ).toEqual([])
  })

  test.each<[string, Parameters<typeof registration>[0]]>([
    ['a home', { branch: 'main' }],
    ['an order', { order: SERVICE }],
    ['an order at home', { branch: 'north', order: SERVICE }],
  ])('%s at a branch that is not the caller’s is 403', async (_, given) => {
    const refused = register(given, desk.clerkOfNorth)
    await expect(refused).rejects.toMatchObject({ status: 403, code: 'branch_not_allowed' })
  })

  test('whoever may only read registers nobody', async () => {
    const viewer = await testCaller(desk.db, 'viewer')
    await expect(register({}, viewer)).rejects.toMatchObject({ status: 403, code: 'not_allowed' })
  })
})
