import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepListening } from './listener'
import { FakeDatabase } from './testing/fake-database'

const START = Date.parse('2026-03-31T12:00:00Z')

let database: FakeDatabase
let told: unknown[]
beforeEach(() => {
  vi.useFakeTimers({ now: START })
  vi.spyOn(Math, 'random').mockReturnValue(1)
  database = new FakeDatabase()
  told = []
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

async function begin(): Promise<() => void> {
  const stop = keepListening(database.connect, {
    listening: (at) => told.push(['listening', at - START]),
    hear: (payload, at) => told.push([payload, at - START]),
    lost: () => told.push('lost'),
  })
  await vi.advanceTimersByTimeAsync(0)
  return stop
}

test('what is heard has its instant on the clock of the database', async () => {
  database.clock = 2_000
  const stop = await begin()
  await vi.advanceTimersByTimeAsync(300)
  database.notify('first')
  expect(told).toEqual([
    ['listening', 2_000],
    ['first', 2_300],
  ])
  stop()
})

test('a clock that is set meanwhile is followed within 15 seconds', async () => {
  const stop = await begin()
  database.clock = 60_000
  await vi.advanceTimersByTimeAsync(15_000)
  database.notify('later')
  expect(told.at(-1)).toEqual(['later', 75_000])
  stop()
})

test.each([
  ['breaks', () => database.drop()],
  [
    'does not answer at the check',
    () => {
      database.clock = 'gone'
    },
  ],
])('a connection that %s is replaced', async (_, fail) => {
  const stop = await begin()
  fail()
  await vi.advanceTimersByTimeAsync(15_000)
  database.clock = 0
  await vi.advanceTimersByTimeAsync(15_000)
  expect(told.map((entry) => (Array.isArray(entry) ? entry[0] : entry))).toContain('lost')
  expect(told.at(-1)).toEqual(['listening', expect.any(Number)])
  expect(database.open.size).toBe(1)
  stop()
})

test('tries come at growing intervals up to 15 seconds, and at once again after a success', async () => {
  database.refuses = true
  const stop = await begin()
  const counted = [database.tries]
  for (const ms of [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
    await vi.advanceTimersByTimeAsync(ms)
    counted.push(database.tries)
  }
  expect(counted).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  database.refuses = false
  await vi.advanceTimersByTimeAsync(15_000)
  const tries = database.tries
  database.drop()
  await vi.advanceTimersByTimeAsync(500)
  expect(database.tries).toBe(tries + 1)
  stop()
})

test.each([
  ['while it listens', false],
  ['while it waits for the next try', true],
])('a stop %s leaves no connection and no timer behind', async (_, refuses) => {
  database.refuses = refuses
  const stop = await begin()
  stop()
  await vi.advanceTimersByTimeAsync(0)
  expect(database.open.size).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('a stop while it connects ends the connection unheard', async () => {
  const stop = keepListening(database.connect, {
    listening: () => told.push('listening'),
    hear: () => told.push('heard'),
    lost: () => told.push('lost'),
  })
  stop()
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([])
  expect(database.open.size).toBe(0)
})
