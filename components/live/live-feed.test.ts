import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LiveHearer, LiveNews } from './live-connection'
import { makeLiveFeed } from './live-feed'

const AT = '2026-03-31T12:00:00.000Z'
const LATER = '2026-03-31T12:00:05.000Z'
const CHANGE = { kind: 'import', act: 'created', id: null, customer_id: null, version: null, at: LATER } as const

let streams: (LiveHearer & { open: boolean })[]
let tab: EventTarget & { visibilityState: string }
let browser: EventTarget
beforeEach(() => {
  streams = []
  tab = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  browser = new EventTarget()
  vi.stubGlobal('document', tab)
  vi.stubGlobal('window', browser)
})
afterEach(() => vi.unstubAllGlobals())

const feed = () =>
  makeLiveFeed((hearer) => {
    const stream = { ...hearer, open: true }
    streams.push(stream)
    return () => {
      stream.open = false
    }
  })
const openStreams = () => streams.filter(({ open }) => open).length

function setShown(state: 'visible' | 'hidden'): void {
  tab.visibilityState = state
  tab.dispatchEvent(new Event('visibilitychange'))
}

test('all who hear share one stream, which closes with the last of them', () => {
  const { hear } = feed()
  const leave = [hear(() => {}), hear(() => {})]
  expect(openStreams()).toBe(1)
  leave[0]?.()
  expect(openStreams()).toBe(1)
  leave[1]?.()
  expect(openStreams()).toBe(0)
  setShown('visible')
  expect(openStreams()).toBe(0)
})

test('whoever hears later learns at once what may have been missed before', () => {
  const { hear } = feed()
  hear(() => {})
  streams[0]?.show('live')
  streams[0]?.hear({ news: 'missed', since: AT })
  streams[0]?.hear({ news: 'change', change: CHANGE })
  const heard: LiveNews[] = []
  hear((news) => heard.push(news))
  expect(heard).toEqual([{ news: 'missed', since: LATER }])
})

test('a hidden tab has no stream, and a new one when it is shown', () => {
  const { hear } = feed()
  hear(() => {})
  setShown('hidden')
  expect(openStreams()).toBe(0)
  browser.dispatchEvent(new Event('online'))
  expect(openStreams()).toBe(0)
  setShown('visible')
  expect(openStreams()).toBe(1)
})

test.each(['online', 'offline'])('a browser that goes %s opens the stream anew', (type) => {
  const { hear } = feed()
  hear(() => {})
  browser.dispatchEvent(new Event(type))
  expect(streams.map(({ open }) => open)).toEqual([false, true])
})

test('a stream that is cut off by leaving the page is not lost', () => {
  const { hear, state } = feed()
  hear(() => {})
  streams[0]?.show('live')
  browser.dispatchEvent(new Event('pagehide'))
  expect(openStreams()).toBe(0)
  expect(state()).toBe('live')
})
