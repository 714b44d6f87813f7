import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemScope } from '@/db/access'
import { decodeEvent } from '@/lib/live/events'
import { endStreams } from '@/lib/server/shutdown'
import { eventStream } from './event-stream'
import { type Hub, makeHub } from './hub'
import { FakeDatabase } from './testing/fake-database'

let database: FakeDatabase
let hub: Hub
beforeEach(async () => {
  vi.useFakeTimers()
  database = new FakeDatabase()
  hub = makeHub(database.connect, 0)
  hub.join({ scope: systemScope(), tell: () => {} })
  await vi.advanceTimersByTimeAsync(0)
})
afterEach(() => {
  hub.close()
  vi.useRealTimers()
})

function open({ isAllowed = async () => true, gone = new AbortController() } = {}) {
  const onEnd = vi.fn()
  // As the server has it: nobody else holds the request that the reader sent.
  const request = new Request('http://127.0.0.1/api/live', { signal: gone.signal })
  const reader = eventStream({ hub, scope: systemScope(), isAllowed, request, onEnd }).getReader()
  const next = async () => {
    const { value, done } = await reader.read()
    return done ? 'end' : decodeEvent(new TextDecoder().decode(value).trimEnd())?.event
  }
  return { next, gone, onEnd, cancel: () => reader.cancel() }
}

/** The hub has a timer of its own for its connection. */
const timersOfStreams = () => vi.getTimerCount() - 1

test('a greeting comes at once, and a heartbeat every 15 seconds', async () => {
  const { next } = open()
  expect(await next()).toBe('hello')
  const second = next()
  await vi.advanceTimersByTimeAsync(14_999)
  expect(await Promise.race([second, 'not yet'])).toBe('not yet')
  await vi.advanceTimersByTimeAsync(1)
  expect(await second).toBe('heartbeat')
})

test('a change comes as it is made', async () => {
  const { next } = open()
  await next()
  database.tell({})
  expect(await next()).toBe('change')
})

test('the stream ends at the next heartbeat of somebody who may not read on', async () => {
  const { next, onEnd } = open({ isAllowed: async () => false })
  await next()
  await vi.advanceTimersByTimeAsync(15_000)
  expect(await next()).toBe('end')
  expect(onEnd).toHaveBeenCalledOnce()
  expect(timersOfStreams()).toBe(0)
})

test('the stream outlasts one heartbeat at which nobody can be asked, and not two in a row', async () => {
  const answers = ['busy', 'yes', 'busy', 'busy']
  const isAllowed = async () => {
    if (answers.shift() === 'busy') throw new Error('the database does not answer')
    return true
  }
  const { next } = open({ isAllowed })
  await next()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([await next(), await next(), await next(), await next()]).toEqual([...Array(3).fill('heartbeat'), 'end'])
  expect(timersOfStreams()).toBe(0)
})

test('a reader that goes away leaves nothing behind, before the first event too', async () => {
  const { gone, next, onEnd } = open()
  await next()
  gone.abort()
  expect(await next()).toBe('end')
  const late = open({ gone })
  expect(onEnd).toHaveBeenCalledOnce()
  expect(late.onEnd).toHaveBeenCalledOnce()
  expect(timersOfStreams()).toBe(0)
})

test('a reader that goes away after a collection of garbage leaves nothing behind', async () => {
  setFlagsFromString('--expose-gc')
  const { gone, next, onEnd } = open()
  await next()
  const collect = runInNewContext('gc')
  for (let turn = 0; turn < 3; turn++) {
    await nextTurn()
    collect()
  }
  gone.abort()
  expect(onEnd).toHaveBeenCalledOnce()
})

test('a reader that cancels leaves nothing behind', async () => {
  const { cancel, gone, onEnd } = open()
  await cancel()
  gone.abort()
  expect(onEnd).toHaveBeenCalledOnce()
  expect(timersOfStreams()).toBe(0)
})

test('a slow reader keeps at most 64 events waiting, and is told that some were missed', async () => {
  const { next } = open()
  for (let made = 0; made < 10_000; made++) database.tell({})
  const read = [await next()]
  while (read.at(-1) !== 'resync') read.push(await next())
  expect(read).toEqual(['hello', ...Array(63).fill('change'), 'resync'])
  database.tell({})
  expect(await next()).toBe('change')
})

test('a stop of the server ends every stream', async () => {
  const streams = [open(), open()]
  endStreams()
  for (const { next, onEnd } of streams) {
    expect([await next(), await next()]).toEqual(['hello', 'end'])
    expect(onEnd).toHaveBeenCalledOnce()
  }
  expect(timersOfStreams()).toBe(0)
})
