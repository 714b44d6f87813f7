import { setTimeout as wait } from 'node:timers/promises'

type Clock = { now(): number; wait(ms: number): Promise<unknown> }
const CLOCK: Clock = { now: () => performance.now(), wait: (ms) => wait(ms) }

/** How often an attempt is looked at all the same, so that what is known of its time stays true. */
const RENEWED_EVERY_MS = 10_000

/**
 * How long it takes to look at an attempt and refuse it, for answers that must not tell by their time that nobody looked:
 * as long as it took of late while no other ran, and no less than the one that runs now still takes.
 */
export class RefusalTime {
  private alone: number | undefined
  private running = 0
  private latest: Promise<unknown> = Promise.resolve()
  private renewedAt = Number.NEGATIVE_INFINITY

  constructor(private readonly clock: Clock = CLOCK) {}

  /** Does the work of an attempt, and learns from one that is refused. */
  async learn<Result extends { ok: boolean }>(work: () => Promise<Result>): Promise<Result> {
    const begun = this.clock.now()
    this.renewedAt = begun
    const isFirst = this.running++ === 0
    const result = work()
    const latest = result.catch(() => undefined)
    this.latest = latest
    try {
      const { ok } = await result
      const wasAlone = isFirst && this.latest === latest
      if (!ok && wasAlone) this.alone = this.clock.now() - begun
      return result
    } finally {
      this.running--
    }
  }

  /** Takes as long as the work would. False, at once, where it must be done to know how long that is. */
  async pass(): Promise<boolean> {
    if (this.alone === undefined || this.clock.now() - this.renewedAt > RENEWED_EVERY_MS) return false
    await Promise.all([this.clock.wait(this.alone), this.latest])
    return true
  }
}
