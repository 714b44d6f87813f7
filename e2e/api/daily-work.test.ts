import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Staff } from './access/staff'
import { type As, Workplace } from './access/workplace'

const SERVICE = { type: 'service', branch: 'north', amount: '10.00', details: { type: 'service' } }

let workplace: Workplace
let session: As
let key: As
beforeAll(async () => {
  workplace = await Workplace.open()
  const staff = await Staff.settle(workplace)
  session = (await staff.employ({ role: 'manager' })).session
  key = await staff.key({ role: 'manager' })
})
afterAll(() => workplace.stop())

type Sent = { as?: As; once?: string; method?: string; signal?: AbortSignal }

function send(path: string, body: unknown, { as = session, once, method = 'POST', signal }: Sent = {}) {
  const headers = {
    ...{ Origin: workplace.address, 'Content-Type': 'application/json', ...as },
    'Idempotency-Key': once ?? crypto.randomUUID(),
  }
  return fetch(`${workplace.address}${path}`, { method, headers, body: JSON.stringify(body), signal })
}

async function made(response: Promise<Response>): Promise<Record<string, string>> {
  const answer = await response
  expect(answer.status).toBe(201)
  return answer.json()
}

const register = (given: object = {}, sent?: Sent) =>
  send(
    '/api/customers',
    { full_name: 'Upendo Shayo', group: 'company', organization_name: 'Shayo Ltd', ...given },
    sent,
  )

async function company() {
  const { groups } = await (await workplace.get('/api/customer-groups-data', session)).json()
  const { customer_count, total_orders, total_revenue, cancelled_orders } = groups.company
  return { customer_count, total_orders, total_revenue, cancelled_orders }
}

async function orderOf({ customer_id = '', order_id = '' }: Record<string, string>) {
  return (await (await workplace.get(`/api/customers/${customer_id}/orders/${order_id}`, key)).json()).order
}

describe('an order counts exactly once', () => {
  test('wherever it was entered: registration, order page, import and API', async () => {
    const before = await company()
    const registered = await made(register({ order: SERVICE }))
    expect((await orderOf(registered)).source).toBe('registration')
    const ordered = await made(send('/api/orders', { ...SERVICE, customer_id: registered.customer_id }))
    expect((await orderOf(ordered)).source).toBe('order_page')
    const byKey = await made(send('/api/orders', { ...SERVICE, customer_id: registered.customer_id }, { as: key }))
    expect((await orderOf(byKey)).source).toBe('api')
    await made(register({ order: SERVICE }, { as: key }))
    await workplace.import({
      customers: 'external_id,full_name,customer_type\nD1,Imani Njau,company\n',
      orders: `external_id,customer_external_id,type,status,amount,created_at\nD1,D1,service,created,10.00,${yesterday()}\n`,
    })
    expect(await company()).toEqual({
      customer_count: before.customer_count + 3,
      total_orders: before.total_orders + 5,
      total_revenue: before.total_revenue + 50,
      cancelled_orders: before.cancelled_orders,
    })
  })

  test('however often it is sent: 20 times at once, and again', async () => {
    const before = await company()
    const once = crypto.randomUUID()
    const all = await Promise.all(Array.from({ length: 20 }, () => made(register({ order: SERVICE }, { once }))))
    all.push(await made(register({ order: SERVICE }, { once })))
    expect(new Set(all.map(({ order_id }) => order_id)).size).toBe(1)
    expect(await company()).toMatchObject({
      customer_count: before.customer_count + 1,
      total_orders: before.total_orders + 1,
    })
  })

  test('where the answer is lost and it is sent again', async () => {
    const before = await company()
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const once = crypto.randomUUID()
      const lost = new AbortController()
      const first = register({ order: SERVICE }, { once, signal: lost.signal }).catch(() => null)
      await workplace.get('/api/health')
      lost.abort()
      await made(register({ order: SERVICE }, { once }))
      await first
    }
    expect((await company()).total_orders).toBe(before.total_orders + 5)
  })

  test('a key under which something else was sent is refused', async () => {
    const once = crypto.randomUUID()
    await made(register({}, { once }))
    const other = await register({ full_name: 'Somebody else' }, { once })
    expect(other.status).toBe(422)
    expect(await other.json()).toMatchObject({ success: false, code: 'key_reused' })
  })
})

describe('the figures follow each step of an order at once', () => {
  test('completed, cancelled with a reason, reopened; whoever saw another version is told', async () => {
    const before = await company()
    const ids = await made(register({ order: SERVICE }))
    const path = `/api/customers/${ids.customer_id}/orders/${ids.order_id}`
    const patch = (version: number, changes: object, reason?: string) =>
      send(path, { version, changes, reason }, { method: 'PATCH' })
    expect((await patch(1, { status: 'completed', amount: 25 })).status).toBe(200)
    expect(await company()).toMatchObject({ total_revenue: before.total_revenue + 25 })
    const late = await patch(1, { amount: 30 }, 'late')
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ code: 'changed_meanwhile' })
    expect((await patch(2, { status: 'cancelled' })).status).toBe(400)
    expect((await patch(2, { status: 'cancelled' }, 'they left')).status).toBe(200)
    expect(await company()).toEqual({ ...before, cancelled_orders: before.cancelled_orders + 1 })
    const reopened = await (await patch(3, { status: 'in_progress' }, 'they came back')).json()
    expect(reopened.order.history.map(({ status }: { status: string }) => status)).toEqual([
      'created',
      'completed',
      'cancelled',
    ])
    expect(await company()).toMatchObject({
      total_orders: before.total_orders + 1,
      cancelled_orders: before.cancelled_orders,
    })
  })
})

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString()
