import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { branchScope, type Scope, systemScope } from '@/db/access'
import type { LiveEvent } from '@/lib/live/events'
import { log } from '@/lib/server/log'
import { type Hub, makeHub } from './hub'
import { FakeDatabase, ORDER_MADE } from './testing/fake-database'

const START = Date.parse('2026-03-31T12:00:00Z')
const NORTH = '0197a1c0-0000-7000-8000-00000000000a'
const AIRPORT = '0197a1c0-0000-7000-8000-00000000000b'

let database: FakeDatabase
let hub: Hub
beforeEach(() => {
  vi.useFakeTimers({ now: START })
  database = new FakeDatabase()
  hub = makeHub(database.connect)
})
afterEach(() => {
  hub.close()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const settle = () => vi.advanceTimersByTimeAsync(0)
const at = (ms: number) => new Date(START + ms).toISOString()

function join(scope: Scope = systemScope()) {
  const events: LiveEvent[] = []
  const leave = hub.join({ scope, tell: (event) => events.push(event) })
  return { events, leave, names: () => events.map(({ event }) => event) }
}

test('a first reader is greeted at once, and told when the server listens', async () => {
  const { events } = join()
  expect(events).toEqual([{ event: 'hello', data: { quiet_since: null } }])
  await settle()
  expect(events.slice(1)).toEqual([{ event: 'resync', data: { quiet_since: at(0) } }])
})

test('a change is told with its instant and without its branches', async () => {
  const { events } = join()
  await settle()
  database.tell({ branch_ids: [NORTH] })
  const { branch_ids, ...told } = ORDER_MADE
  expect(events.at(-1)).toEqual({ event: 'change', data: { ...told, at: at(0) } })
})

test.each([
  ['of north', [NORTH], [true, true, false]],
  ['of both branches', [NORTH, AIRPORT], [true, true, true]],
  ['of everything', null, [true, true, true]],
  ['of no branch', [], [true, false, false]],
])('a change %s is told to those who may see it alone', async (_, branch_ids, expected) => {
  const readers = [join(), join(branchScope([NORTH])), join(branchScope([AIRPORT]))]
  await settle()
  database.tell({ branch_ids })
  expect(readers.map(({ names }) => names().includes('change'))).toEqual(expected)
})

test('whoever joins later learns since when nothing of theirs was changed, and nothing of others', async () => {
  join()
  await settle()
  await vi.advanceTimersByTimeAsync(1_000)
  database.tell({ branch_ids: [NORTH] })
  const greeted = (scope: Scope) => join(scope).events[0]?.data
  expect(greeted(systemScope())).toEqual({ quiet_since: at(1_000) })
  expect(greeted(branchScope([NORTH]))).toEqual({ quiet_since: at(1_000) })
  expect(greeted(branchScope([AIRPORT]))).toEqual({ quiet_since: at(0) })
})

test('a lost connection is told once, to later readers too, and its return with the instant', async () => {
  const { events } = join()
  await settle()
  database.refuses = true
  database.drop()
  await vi.advanceTimersByTimeAsync(5_000)
  const late = join()
  expect(late.events).toEqual([
    { event: 'hello', data: { quiet_since: null } },
    { event: 'stale', data: {} },
  ])
  database.refuses = false
  await vi.advanceTimersByTimeAsync(15_000)
  expect(events.map(({ event }) => event)).toEqual(['hello', 'resync', 'stale', 'resync'])
  expect(late.names()).toEqual(['hello', 'stale', 'resync'])
})

test('one connection serves all readers, and closes a quarter of an hour after the last has left', async () => {
  const readers = Array.from({ length: 50 }, () => join())
  await settle()
  expect(database.tries).toBe(1)
  for (const { leave } of readers) leave()
  await vi.advanceTimersByTimeAsync(14 * 60_000 + 59_000)
  const { leave } = join()
  await vi.advanceTimersByTimeAsync(15 * 60_000)
  expect(database.open.size).toBe(1)
  leave()
  leave()
  await vi.advanceTimersByTimeAsync(15 * 60_000)
  expect(database.open.size).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('after it was closed for want of readers, the next one does not take the old quiet for granted', async () => {
  join().leave()
  await vi.advanceTimersByTimeAsync(15 * 60_000 + 10_000)
  const { events } = join()
  await settle()
  expect(events.at(-1)).toEqual({ event: 'resync', data: { quiet_since: at(15 * 60_000 + 10_000) } })
})

test.each([
  ['no JSON', 'Neema', 'unknown'],
  ['of no known kind', '{"kind":"Neema"}', 'unknown'],
  ['not whole', '{"kind":"order","id":"Neema"}', 'order'],
])('a notification that is %s is logged by its kind alone and passed over', async (_, payload, kind) => {
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => {})
  const { names } = join()
  await settle()
  database.notify(payload)
  expect(warn.mock.calls).toEqual([[{ ignored: 'notification', kind }]])
  expect(names()).toEqual(['hello', 'resync'])
})
