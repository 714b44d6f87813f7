import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { liveStream } from './live-stream'
import { endStreams } from './shutdown'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function open({ isAllowed = async () => true, gone = new AbortController() } = {}) {
  const reader = liveStream({ isAllowed, signal: gone.signal }).getReader()
  const next = async () => {
    const { value, done } = await reader.read()
    return done ? 'end' : new TextDecoder().decode(value)
  }
  return { next, gone }
}

const HEARTBEAT = 'event: heartbeat\ndata: {}\n\n'

test('a heartbeat comes at once and then every 15 seconds', async () => {
  const { next } = open()
  expect(await next()).toBe(HEARTBEAT)
  const second = next()
  await vi.advanceTimersByTimeAsync(14_999)
  expect(await Promise.race([second, 'not yet'])).toBe('not yet')
  await vi.advanceTimersByTimeAsync(1)
  expect(await second).toBe(HEARTBEAT)
})

test.each([
  ['may not read on', async () => false],
  ['can not be asked about', () => Promise.reject(new Error('the database is gone'))],
])('the stream ends at the next heartbeat of somebody who %s', async (_, isAllowed) => {
  const { next } = open({ isAllowed })
  await next()
  await vi.advanceTimersByTimeAsync(15_000)
  expect(await next()).toBe('end')
  expect(vi.getTimerCount()).toBe(0)
})

test('a reader that goes away leaves no timer behind, before the first heartbeat too', async () => {
  const { gone, next } = open()
  await next()
  gone.abort()
  expect(vi.getTimerCount()).toBe(0)
  expect(await next()).toBe('end')
  open({ gone })
  expect(vi.getTimerCount()).toBe(0)
})

test('a stop of the server ends every stream', async () => {
  const [first, second] = [open(), open()]
  endStreams()
  expect(await Promise.all([first.next(), first.next()])).toEqual([HEARTBEAT, 'end'])
  expect(await Promise.all([second.next(), second.next()])).toEqual([HEARTBEAT, 'end'])
  expect(vi.getTimerCount()).toBe(0)
})
