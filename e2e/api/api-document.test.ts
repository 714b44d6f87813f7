import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCESS } from './access/access-table'
import { Staff } from './access/staff'
import { type As, Workplace } from './access/workplace'
import { ApiDocument } from './api-document'

const ROLES = ['viewer', 'clerk', 'manager', 'admin']
const ORDER = '/api/customers/{id}/orders/{orderId}'
const SERVICE = { type: 'service', branch: 'north', amount: '10.00', details: { type: 'service', odometer_km: 84000 } }

let workplace: Workplace
let clerk: As
let manager: As
let document: ApiDocument
beforeAll(async () => {
  workplace = await Workplace.open()
  const staff = await Staff.settle(workplace)
  clerk = await staff.key({ role: 'clerk' })
  manager = await staff.key({ role: 'manager' })
  document = new ApiDocument(await (await workplace.get('/api/openapi.json', clerk)).json())
})
afterAll(() => workplace.stop())

type FailedField = { name: string; message: string }
type Write = { method?: string; once?: string; as?: As }

function write(path: string, body: object, { method = 'POST', once = crypto.randomUUID(), as = clerk }: Write = {}) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': once, ...as }
  return fetch(`${workplace.address}${path}`, { method, headers, body: JSON.stringify(body) })
}

/** The answer as it was read, after it was found to be what the document says. */
async function asDocumented(method: string, template: string, response: Response, status: number) {
  expect(response.status).toBe(status)
  expect(await document.problemsOf(method, template, response.clone())).toEqual([])
  return response.json()
}

describe('a real answer is what the document says', () => {
  test.each([
    '/api/customer-groups-data?group=personal&activity=all&period=1year',
    '/api/customer-groups-data?group_by=recency&group=active',
    '/api/customer-groups-data?group_by=rfm',
    '/api/customer-groups-data?group_by=branch&group=north&activity=all',
    '/api/customer-groups-series?period=1year&bucket=month',
    '/api/customer-groups-bridge?compare=last_year',
    '/api/customer-groups-since?as_of=2026-06-01T00:00:00Z',
    '/api/found-customers?q=lyimo',
    '/api/health',
    '/api/openapi.json',
    '/customer-groups/export?activity=all',
    '/customers/export',
    '/orders/export',
    '/api/customer-groups-data?period=12months',
    '/api/customer-groups-data?branch=nowhere',
  ])('GET %s', async (path) => {
    const response = await workplace.get(path, manager)
    expect(await document.problemsOf('GET', path.split('?')[0] ?? '', response)).toEqual([])
  })

  test('of somebody without a key, or with one whose role may not', async () => {
    await asDocumented('GET', '/api/customer-groups-data', await workplace.get('/api/customer-groups-data'), 401)
    await asDocumented('GET', '/customers/export', await workplace.get('/customers/export', clerk), 403)
  })
})

describe('a program with a clerk’s key records what the document says it can', () => {
  test('a customer with vehicle and order, an order more, and a change of it, each once', async () => {
    const customer = {
      full_name: 'Upendo Shayo',
      group: 'personal',
      phone: '+255 700 000 001',
      vehicle: { plate: 'T 100 AAA' },
    }
    const once = crypto.randomUUID()
    const body = { ...customer, order: { ...SERVICE, with_vehicle: true } }
    const registered = await asDocumented('POST', '/api/customers', await write('/api/customers', body, { once }), 201)
    const again = await write('/api/customers', body, { once })
    expect(await asDocumented('POST', '/api/customers', again, 201)).toEqual(registered)
    await asDocumented('POST', '/api/customers', await write('/api/customers', customer, { once }), 422)
    const duplicates = await write('/api/duplicates', { phone: customer.phone })
    expect(await asDocumented('POST', '/api/duplicates', duplicates, 200)).toMatchObject({
      customers: [{ full_name: customer.full_name, reasons: ['phone'] }],
    })

    const order = { ...SERVICE, customer_id: registered.customer_id, type: 'sales' }
    const sold = { ...order, details: { type: 'sales', item: 'Battery' } }
    const { customer_id, order_id } = await asDocumented('POST', '/api/orders', await write('/api/orders', sold), 201)
    await asDocumented('POST', '/api/orders', await write('/api/orders', order), 400)
    const path = `/api/customers/${customer_id}/orders/${order_id}`
    const change = (version: number, changes: object) => write(path, { version, changes }, { method: 'PATCH' })
    expect(await asDocumented('GET', ORDER, await workplace.get(path, clerk), 200)).toMatchObject({
      order: { source: 'api', version: 1 },
    })
    expect(await asDocumented('PATCH', ORDER, await change(1, { status: 'completed' }), 200)).toMatchObject({
      order: { status: 'completed', version: 2, history: [{ status: 'created' }] },
    })
    await asDocumented('PATCH', ORDER, await change(1, { amount: 5 }), 409)
    await asDocumented('PATCH', ORDER, await change(2, { status: 'cancelled' }), 403)
    const unknown = `/api/customers/${customer_id}/orders/${customer_id}`
    await asDocumented('GET', ORDER, await workplace.get(unknown, clerk), 404)
  })
})

test('a program with a manager’s key imports files, or is told which rows are wrong', async () => {
  const customers = 'external_id,full_name\nD1,Imani Njau\n'
  const orders = (amount: string) =>
    `external_id,customer_external_id,type,status,amount,created_at\nD1,D1,service,created,${amount},2026-03-31\n`
  const bring = (body: object, as = manager) => write('/api/imports', body, { as })
  const imported = await asDocumented('POST', '/api/imports', await bring({ customers, orders: orders('10') }), 201)
  expect(imported).toMatchObject({ customers_created: 1, orders_created: 1 })
  const refused = await asDocumented('POST', '/api/imports', await bring({ orders: orders('ten') }), 400)
  expect(refused).toMatchObject({ code: 'rows_refused', fields: [{ name: 'orders.2.amount' }] })
  await asDocumented('POST', '/api/imports', await bring({ customers: 'x'.repeat(21 * 1024 * 1024) }), 413)
  await asDocumented('POST', '/api/imports', await bring({ customers }, clerk), 403)
})

test('the role that the document asks for is the least that is not turned away', () => {
  for (const { method, path, 'x-least-role': role } of document.operations) {
    const entry = `${method} ${path.replaceAll('{', '[').replaceAll('}', ']')}`
    const [, nobody, ...outcomes] = ACCESS.find(([listed]) => listed === entry) ?? []
    const least = nobody === 200 ? undefined : ROLES[outcomes.findIndex((outcome) => outcome !== 403)]
    expect(role, entry).toBe(least)
  }
})

test('every parameter in a query that is documented is one that is read', async () => {
  for (const { path, parameters } of document.operations) {
    for (const { name } of parameters.filter((parameter) => parameter.in === 'query')) {
      const refused = await (await workplace.get(`${path}?${name}=%00`, manager)).json()
      const said = refused.fields.flatMap((field: FailedField) => (field.name === name ? [field.message] : []))
      expect(said, `${path} ${name}`).not.toEqual([])
      expect(said, `${path} ${name}`).not.toContain('is not a parameter')
    }
  }
})
