import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '@/db/testing/desk'
import { onceMore, registration, SERVICE } from '@/db/testing/entries'
import { registerCustomer } from './register-customer'

/** More than a submission takes: the last ones are not killed any more. */
const STATEMENTS = 40
const CHILD = fileURLToPath(new URL('../testing/killed-child.ts', import.meta.url))
const REGISTRATION = registration({
  phone: '0712 345 678',
  vehicle: { plate: 'T 482 DKR' },
  order: { ...SERVICE, with_vehicle: true },
})

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.drop())

/** Submits in a process that is gone after so many statements; tells whether it was. */
async function submitAndDie(key: string, statements: number): Promise<boolean> {
  const asked = [desk.url, desk.clerk.id ?? '', key, String(statements)]
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...asked], { stdio: 'inherit' })
  const [code, signal] = await once(child, 'exit')
  if (signal === 'SIGKILL') return true
  expect(code).toBe(0)
  return false
}

async function recordedOf(customerId: string) {
  const [found] = await desk.rows(
    `select (select count(*)::int from customers) as customers, (select count(*)::int from orders) as orders,
       (select count(*)::int from vehicles) as vehicles, (select count(*)::int from customer_group_memberships) as memberships,
       (select count(*)::int from audit_log where subject_id = $1) as audited,
       (select json_build_object('customer_id', c.id, 'vehicle_id', v.id, 'order_id', o.id) from customers c
         join vehicles v on v.customer_id = c.id join orders o on o.customer_id = c.id where c.id = $1) as ids`,
    [customerId],
  )
  return found
}

test('a submission that is killed at any of its statements and sent again is there once', {
  timeout: 300_000,
}, async () => {
  const outcomes: string[] = []
  for (let statements = 1, done = 0; statements <= STATEMENTS; statements += 1) {
    const once = { ...onceMore(), requestHash: '' }
    const wasKilled = await submitAndDie(once.key, statements)
    const survived = await desk.rows('select id from customers')
    const answer = await registerCustomer(desk.db, desk.clerk, REGISTRATION, once)
    done += 1
    outcomes.push(survived.length === done ? 'stands' : 'gone')
    expect(await recordedOf(answer.customer_id)).toEqual({
      ...{ customers: done, orders: done, vehicles: done, memberships: done, audited: 2 },
      ids: answer,
    })
    if (!wasKilled) break
  }
  // What was killed before its commit is gone, what was killed after it stands; nothing lies between.
  expect(new Set(outcomes)).toEqual(new Set(['gone', 'stands']))
  expect(outcomes.indexOf('stands')).toBeGreaterThan(10)
})
