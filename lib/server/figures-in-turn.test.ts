import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inTurn } from './figures-in-turn'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Work that ends when it is told to, and whether it has begun. */
function begun() {
  const work = { isBegun: false, end: () => {}, fail: () => {} }
  const done = inTurn(
    () =>
      new Promise<void>((resolve, reject) => {
        work.isBegun = true
        work.end = resolve
        work.fail = () => reject(new Error('failed'))
      }),
  )
  return Object.assign(work, { done: done.catch((error: Error) => error.message) })
}

test('six are done at once, the others in the order in which they came, also after a failure', async () => {
  const works = Array.from({ length: 9 }, begun)
  await vi.advanceTimersByTimeAsync(0)
  const begunNow = () => works.map(({ isBegun }) => isBegun)
  expect(begunNow()).toEqual([true, true, true, true, true, true, false, false, false])
  works[3]?.end()
  works[0]?.fail()
  await vi.advanceTimersByTimeAsync(0)
  expect(begunNow()).toEqual([true, true, true, true, true, true, true, true, false])
  for (const work of works) {
    work.end()
    await vi.advanceTimersByTimeAsync(0)
  }
  expect(await Promise.all(works.map(({ done }) => done))).toEqual(['failed', ...Array(8).fill(undefined)])
  const next = begun()
  expect(next.isBegun).toBe(true)
  next.end()
  await next.done
})

test('who has no turn for ten seconds is refused, and the turn goes to the next', async () => {
  const works = Array.from({ length: 7 }, begun)
  await vi.advanceTimersByTimeAsync(9_000)
  const late = begun()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await works[6]?.done).toMatch(/^Too many figures/)
  works[0]?.end()
  await vi.advanceTimersByTimeAsync(0)
  expect(late.isBegun).toBe(true)
  for (const work of [...works, late]) work.end()
  await vi.advanceTimersByTimeAsync(0)
})
