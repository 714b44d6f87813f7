import { expect, test } from 'vitest'
import { RefusalTime } from './refusal-time'

/** A clock that a test sets, and the waits that were asked of it. */
function stoppedClock() {
  const clock = { time: 0, waits: [] as number[] }
  const given = { now: () => clock.time, wait: async (ms: number) => void clock.waits.push(ms) }
  const taking = (ms: number, ok: boolean) => async () => {
    clock.time += ms
    return { ok }
  }
  return { clock, times: new RefusalTime(given), taking }
}

test('an attempt is passed over in the time that the latest refusal took', async () => {
  const { clock, times, taking } = stoppedClock()
  await times.learn(taking(40, false))
  await times.learn(taking(52, false))
  await times.learn(taking(90, true))
  expect(await times.pass()).toBe(true)
  expect(clock.waits).toEqual([52])
})

test('nothing is passed over before a refusal was seen, and ten seconds after the latest attempt', async () => {
  const { clock, times, taking } = stoppedClock()
  expect(await times.pass()).toBe(false)
  await times.learn(taking(50, false))
  clock.time += 9_000
  expect(await times.pass()).toBe(true)
  clock.time += 2_000
  expect(await times.pass()).toBe(false)
})

test('while others are looked at, passing over takes no less than the last of them, and they are no measure', async () => {
  const { clock, times, taking } = stoppedClock()
  await times.learn(taking(50, false))
  const ends: (() => void)[] = []
  const queued = [1, 2].map(() =>
    times.learn(() => new Promise<{ ok: boolean }>((end) => ends.push(() => end({ ok: false })))),
  )
  let isPassed = false
  const passing = times.pass().then(() => {
    isPassed = true
  })
  clock.time += 3_000
  ends[0]?.()
  await queued[0]
  expect(isPassed).toBe(false)
  ends[1]?.()
  await Promise.all([...queued, passing])
  await times.pass()
  expect(clock.waits).toEqual([50, 50])
})
