import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readableRows } from './readable-rows'

const PARTS = ['one,', 'two,', 'three']

function source(parts: (string | Error)[], signal = new AbortController().signal) {
  const left = [...parts]
  const read = vi.fn(async () => {
    const part = left.shift()
    if (part instanceof Error) throw part
    return part ?? null
  })
  return { read, close: vi.fn(async () => {}), signal }
}

test('all parts arrive in order and the source is closed at the end', async () => {
  const given = source(PARTS)
  expect(await new Response(await readableRows(given)).text()).toBe('one,two,three')
  expect(given.close).toHaveBeenCalled()
})

test('a part is asked for only when the reader has taken the one before', async () => {
  const given = source(PARTS)
  const reader = (await readableRows(given)).getReader()
  await reader.read()
  expect(given.read.mock.calls.length).toBeLessThanOrEqual(2)
  await reader.cancel()
  expect(given.close).toHaveBeenCalled()
})

test('a failure before the first part is thrown, with the source closed', async () => {
  const given = source([new Error('no such table')])
  await expect(readableRows(given)).rejects.toThrow('no such table')
  expect(given.close).toHaveBeenCalled()
})

test('a failure later breaks the stream: half a file never looks whole', async () => {
  const given = source(['one,', new Error('connection lost')])
  await expect(new Response(await readableRows(given)).text()).rejects.toThrow('connection lost')
  expect(given.close).toHaveBeenCalled()
})

test('a reader that goes away frees the source at once', async () => {
  const gone = new AbortController()
  const given = source(PARTS, gone.signal)
  const reader = (await readableRows(given)).getReader()
  gone.abort()
  await expect(reader.read()).rejects.toThrow('the reader has gone')
  expect(given.close).toHaveBeenCalled()
})

test('a reader that has gone before the first part frees the source too', async () => {
  const given = source(PARTS, AbortSignal.abort())
  await expect(new Response(await readableRows(given)).text()).rejects.toThrow('the reader has gone')
  expect(given.close).toHaveBeenCalled()
})

describe('a slow reader', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('that takes nothing for a minute is cut', async () => {
    const given = source(PARTS)
    const reader = (await readableRows(given)).getReader()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(given.close).toHaveBeenCalled()
    await expect(reader.read()).rejects.toThrow('the reader takes nothing')
  })

  test('that takes something each minute is not', async () => {
    const given = source(PARTS)
    const reader = (await readableRows(given)).getReader()
    const taken: string[] = []
    for (;;) {
      await vi.advanceTimersByTimeAsync(59_000)
      const { done, value } = await reader.read()
      if (done) break
      taken.push(new TextDecoder().decode(value))
    }
    expect(taken).toEqual(PARTS)
  })
})
