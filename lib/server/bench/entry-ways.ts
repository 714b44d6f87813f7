import { randomUUID } from 'node:crypto'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { v7 as uuidv7 } from 'uuid'
import { callerOf, shellCaller } from '@/db/access'
import { orderingCustomers } from '@/db/bench/ordering-customers'
import type { Way } from '@/db/bench/rounds'
import { createApiKey } from '@/db/commands/api-keys'
import { takeOrder } from '@/db/commands/orders/take-order'
import { registerCustomer } from '@/db/commands/register-customer'
import { registrationSchema } from '@/lib/customers/registration'
import { newOrderSchema } from '@/lib/orders/contract'
import { newApiKey } from '@/lib/server/auth/secrets'

const ORDER = { type: 'service', branch: 'main', amount: '125000.00', details: { type: 'service' } }
const PERSON = {
  full_name: 'Benchmark Person',
  group: 'personal',
  phone: '0712 345 678',
  vehicle: { plate: 'T 100 BEN' },
  order: { ...ORDER, with_vehicle: true },
}

/**
 * Submitting an order: of somebody who is known, and with a registration; by the command and as a request. What is entered
 * stays, dated after the instant up to which the benchmark asks, so that no figure of it changes.
 */
export async function entryWays(db: NodePgDatabase, address: string): Promise<Way[]> {
  const customers = await orderingCustomers(db)
  const clerk = callerOf(
    'person',
    { id: uuidv7(), name: 'Benchmark', role: 'clerk', allBranches: true, branchIds: [] },
    { address: null, requestId: null },
  )
  const { key, ...kept } = newApiKey()
  const request = { name: 'Benchmark entries', role: 'clerk', all_branches: true, days: 1 } as const
  await createApiKey(db, shellCaller(), { ...request, branches: [] }, kept)
  let next = 0
  const order = () => ({ ...ORDER, customer_id: customers[next++ % customers.length] })
  const once = () => ({ key: randomUUID(), requestHash: '' })
  return [
    { name: 'take an order', run: () => takeOrder(db, clerk, newOrderSchema.parse(order()), once()) },
    {
      name: 'register with vehicle and order',
      run: () => registerCustomer(db, clerk, registrationSchema.parse(PERSON), once()),
    },
    { name: 'HTTP: take an order', run: () => send(`${address}/api/orders`, key, order()) },
    { name: 'HTTP: register with vehicle and order', run: () => send(`${address}/api/customers`, key, PERSON) },
  ]
}

async function send(url: string, key: string, body: unknown): Promise<void> {
  const headers = {
    Authorization: `Bearer ${key}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': randomUUID(),
  }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`the API answered ${response.status}: ${await response.text()}`)
  await response.arrayBuffer()
}
