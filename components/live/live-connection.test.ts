import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { encodeEvent, type LiveEvent } from '@/lib/live/events'
import { keepLive, type LiveNews, type LiveState } from './live-connection'

const AT = '2026-03-31T12:00:00.000Z'
const HELLO: LiveEvent = { event: 'hello', data: { quiet_since: AT } }
const RESYNC: LiveEvent = { event: 'resync', data: { quiet_since: AT } }
const STALE: LiveEvent = { event: 'stale', data: {} }
const HEARTBEAT: LiveEvent = { event: 'heartbeat', data: {} }
const CHANGE: LiveEvent = {
  event: 'change',
  data: { kind: 'import', act: 'created', id: null, customer_id: null, version: null, at: AT },
}

/** The next answers of the server: a status, or a stream. The last one is repeated. */
let answers: (number | 'stream')[]
let streams: ReadableStreamDefaultController<Uint8Array>[]
let asked: number[]
let news: LiveNews[]
let states: LiveState[]
let close: () => void
beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  vi.spyOn(Math, 'random').mockReturnValue(1)
  answers = ['stream']
  streams = []
  asked = []
  news = []
  states = []
})
afterEach(() => {
  close()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

async function open(): Promise<void> {
  close = keepLive({ hear: (heard) => news.push(heard), show: (state) => states.push(state) }, async (signal) => {
    asked.push(Date.now())
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer === 0) throw new TypeError('fetch failed')
    if (answer !== 'stream') return new Response('{}', { status: answer })
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        streams.push(controller)
        signal.addEventListener('abort', () => controller.error(signal.reason))
      },
    })
    return new Response(body)
  })
  await settle()
}

const settle = () => vi.advanceTimersByTimeAsync(0)

async function write(...events: LiveEvent[]): Promise<void> {
  streams.at(-1)?.enqueue(new TextEncoder().encode(events.map(encodeEvent).join('')))
  await settle()
}

test('an open stream is live, and what was read before counts as missed from the instant that it tells', async () => {
  await open()
  await write(HELLO, HEARTBEAT, CHANGE)
  expect(states).toEqual(['live'])
  expect(news).toEqual([
    { news: 'missed', since: AT },
    { news: 'change', change: CHANGE.data },
  ])
})

test('an event may arrive in pieces', async () => {
  await open()
  for (const byte of new TextEncoder().encode(encodeEvent(HELLO))) streams[0]?.enqueue(Uint8Array.of(byte))
  await settle()
  expect(states).toEqual(['live'])
})

test('a server that has lost its source is lost, and live again when it is back', async () => {
  await open()
  await write({ event: 'hello', data: { quiet_since: null } })
  expect(states).toEqual([])
  await write(RESYNC, STALE, RESYNC)
  expect(states).toEqual(['live', 'lost', 'live'])
  expect(news).toHaveLength(2)
})

test('a stream that ends is opened again after a moment, and one that never comes about ever more rarely', async () => {
  await open()
  await write(HELLO)
  answers = [0, 503, 503, 'stream']
  streams[0]?.close()
  await vi.advanceTimersByTimeAsync(15_000)
  expect(asked).toEqual([0, 1_000, 3_000, 7_000, 15_000])
  await write(HELLO)
  expect(states).toEqual(['live', 'lost', 'lost', 'lost', 'lost', 'live'])
  expect(news.at(-1)).toEqual({ news: 'missed', since: AT })
})

test('a stream that falls silent for 40 seconds is replaced', async () => {
  await open()
  await write(HELLO)
  await vi.advanceTimersByTimeAsync(39_000)
  await write(HEARTBEAT)
  await vi.advanceTimersByTimeAsync(39_000)
  expect(asked).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked).toHaveLength(2)
})

test('past the limit everything counts as missed every 15 seconds until there is room', async () => {
  answers = [429, 429, 'stream']
  await open()
  await vi.advanceTimersByTimeAsync(30_000)
  await write(HELLO)
  expect(asked).toEqual([0, 15_000, 30_000])
  expect(states).toEqual(['polling', 'polling', 'live'])
  expect(news.map((heard) => heard.news === 'missed' && heard.since)).toEqual([null, null, AT])
})

test.each([401, 403])('a refusal by %i is final, and has the page read again so that it learns why', async (status) => {
  answers = [status]
  await open()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(asked).toHaveLength(1)
  expect(states).toEqual(['ended'])
  expect(news).toEqual([{ news: 'missed', since: null }])
})

test('what is closed asks, hears and shows nothing any more, and leaves no timer', async () => {
  await open()
  await write(HELLO)
  close()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(asked).toHaveLength(1)
  expect(states).toEqual(['live'])
  expect(vi.getTimerCount()).toBe(0)
})
