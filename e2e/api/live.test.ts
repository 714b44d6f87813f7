import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand, type ServingCommand, serveCommand } from '@/e2e/commands/command-process'
import { customerFiles } from './access/customers'
import { bearer, makeKey } from './api-key'
import { LiveReader } from './live-reader'

const MANY = 500

let env: Record<string, string>
let key: string
let server: ServingCommand
beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'customer-groups-live-'))
  const files = customerFiles()
  const [customers, orders] = [join(dataDir, 'customers.csv'), join(dataDir, 'orders.csv')]
  await writeFile(customers, files.customers)
  await writeFile(orders, files.orders)
  env = { DATA_DIR: dataDir, BUSINESS_TIMEZONE: 'UTC', BUSINESS_CURRENCY: 'USD', LOG_LEVEL: 'warn' }
  const { code, output } = await runCommand('import', ['--customers', customers, '--orders', orders], env)
  if (code !== 0) throw new Error(output)
  key = await makeKey(env, { role: 'clerk' })
})
afterAll(() => rm(env.DATA_DIR ?? '', { recursive: true, force: true }))

async function customerId(name: string): Promise<string> {
  const path = '/api/customer-groups-data?group=personal&activity=all'
  const { group_details } = await (await fetch(`${server.address}${path}`, { headers: bearer(key) })).json()
  const listed: { id: string; full_name: string }[] = group_details.customers
  return listed.find(({ full_name }) => full_name === name)?.id ?? ''
}

/** Takes an order over the API; resolves to its id. */
async function takeOrder(name: string, branch: string): Promise<string> {
  const details = { type: 'consultation' }
  const order = { customer_id: await customerId(name), type: 'consultation', branch, amount: '10.00', details }
  const response = await fetch(`${server.address}/api/orders`, {
    method: 'POST',
    headers: { ...bearer(key), 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify(order),
  })
  const answer = await response.json()
  expect(response.status, JSON.stringify(answer)).toBe(201)
  return answer.order_id
}

/** A few at once: what is tested is how many are open, not how fast they are opened. */
async function openMany(count: number): Promise<LiveReader[]> {
  const readers: LiveReader[] = []
  while (readers.length < count) {
    const some = Array.from({ length: Math.min(25, count - readers.length) }, () =>
      LiveReader.open(server.address, key),
    )
    readers.push(...(await Promise.all(some)))
  }
  return readers
}

/** Opens as many streams as there may be; waits until the places of those before are free. */
async function openAll(): Promise<LiveReader[]> {
  let readers: LiveReader[] = []
  const refused = async () => {
    for (const reader of readers) reader.close()
    readers = await openMany(MANY)
    return readers.filter(({ status }) => status !== 200).length
  }
  await expect.poll(refused, { timeout: 30_000 }).toBe(0)
  return readers
}

describe('where the limits are 500', () => {
  beforeAll(async () => {
    const limits = { LIVE_STREAMS_PER_PROCESS: String(MANY), LIVE_STREAMS_PER_PERSON: String(MANY) }
    server = await serveCommand('start', [], { ...env, ...limits })
  })
  afterAll(() => server.stop())

  test('500 streams are told every order, and all their places are free once they are closed', async () => {
    for (const round of ['first', 'second']) {
      const readers = await openAll()
      await Promise.all(readers.map((reader) => reader.listening()))
      expect((await LiveReader.open(server.address, key)).status, `${round} round`).toBe(429)
      const made: string[] = []
      for (let taken = 0; taken < 5; taken++) made.push(await takeOrder('Neema Lyimo', 'north'))
      await Promise.all(readers.map((reader) => reader.until(({ data }) => data.id === made.at(-1))))
      for (const reader of readers) {
        expect(reader.newOrders()).toEqual(made)
        reader.close()
      }
    }
  })

  test('an event holds ids and versions alone, and none of a branch that the reader may not see', async () => {
    let limited = new LiveReader()
    const limitedKey = await makeKey(env, { role: 'viewer', branches: 'north' })
    // The places of the test before are given back as the server learns that their readers have gone.
    const opened = async () => {
      limited = await LiveReader.open(server.address, limitedKey)
      return limited.status
    }
    await expect.poll(opened, { timeout: 30_000 }).toBe(200)
    await limited.listening()
    await takeOrder('Zawadi Temba', 'airport')
    const seen = await takeOrder('Neema Lyimo', 'north')
    await limited.until(({ data }) => data.id === seen)
    expect(limited.newOrders()).toEqual([seen])
    const [told] = limited.told.filter(({ event }) => event === 'change')
    expect(Object.keys(told?.data ?? {}).sort()).toEqual(['act', 'at', 'customer_id', 'id', 'kind', 'version'])
    limited.close()
  })
})

describe('where the limits are those of the defaults', () => {
  beforeAll(async () => {
    server = await serveCommand('start', [], env)
  })
  afterAll(() => server.stop())

  test('asking for the headers alone takes no place', async () => {
    const ask = () => fetch(`${server.address}/api/live`, { method: 'HEAD', headers: bearer(key) })
    for (let asked = 0; asked < 20; asked++) expect((await ask()).status).toBe(200)
  })

  test('the ninth stream of a key is refused, another key is not, and a stop ends all of them within 15 s', async () => {
    const readers = await openMany(8)
    expect(readers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    const ninth = await LiveReader.open(server.address, key)
    expect(ninth).toMatchObject({ status: 429 })
    expect(ninth.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
    const other = await LiveReader.open(server.address, await makeKey(env, { role: 'viewer' }))
    expect(other.status).toBe(200)
    const begun = performance.now()
    expect(await server.stop()).toBe(0)
    expect(performance.now() - begun).toBeLessThan(15_000)
    await Promise.all([...readers, other].map(({ ended }) => ended))
  })
})
