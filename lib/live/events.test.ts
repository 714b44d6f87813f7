import { expect, test } from 'vitest'
import { decodeEvent, encodeEvent, type LiveEvent } from './events'

const CHANGE: LiveEvent = {
  event: 'change',
  data: {
    kind: 'order',
    act: 'created',
    id: '0197a1c0-0000-7000-8000-000000000001',
    customer_id: null,
    version: 1,
    at: '2026-03-31T12:00:00.000Z',
  },
}

test('an event is read as it was written', () => {
  const written = encodeEvent(CHANGE)
  expect(written).toMatch(/^event: change\ndata: \{.+\}\n\n$/)
  expect(decodeEvent(written.trimEnd())).toEqual(CHANGE)
})

test.each([
  ['of a later version', 'event: mood\ndata: {}'],
  ['without its data', 'event: change\ndata: {}'],
  ['that is cut off', 'event: change\ndata: {"kind":'],
  ['of another kind of stream', ': comment'],
])('an event %s is passed over', (_, text) => {
  expect(decodeEvent(text)).toBeNull()
})
