import type { ChannelHearer, Listening } from '@/db/listen'
import { backoffMs } from '@/lib/live/backoff'
import { pause } from '@/lib/live/pause'
import { describeError } from '@/lib/server/database-errors'
import { log } from '@/lib/server/log'

const CHECK_MS = 15_000
const RETRY = { first: 500, most: 15_000 }

export type Connect = (hearer: ChannelHearer) => Promise<Listening>

/** Instants are milliseconds since 1970 on the database's clock, never earlier than they were there. */
export type ListenerEvents = {
  /** Notifications are heard from this instant on, at first or again. */
  listening(at: number): void
  hear(payload: string, at: number): void
  /** Nothing is heard until `listening` is called again. */
  lost(): void
}

/**
 * Keeps one connection listening until the returned function is called: one that is lost, or does not answer at the
 * check every 15 s, is replaced, at growing intervals while that fails.
 */
export function keepListening(connect: Connect, events: ListenerEvents): () => void {
  const stopping = new AbortController()
  void keep(connect, events, stopping.signal)
  return () => stopping.abort()
}

async function keep(connect: Connect, events: ListenerEvents, stopping: AbortSignal): Promise<void> {
  let failures = 0
  const listening = (at: number) => {
    failures = 0
    events.listening(at)
  }
  while (!stopping.aborted) {
    try {
      await listenOnce(connect, { ...events, listening }, stopping)
    } catch (error) {
      if (stopping.aborted) return
      log.warn({ lost: 'live connection', ...describeError(error) })
      events.lost()
      await pause(backoffMs(failures++, RETRY), stopping)
    }
  }
}

/** Listens until it is stopped; throws when the connection does not come about, is lost or does not answer. */
async function listenOnce(connect: Connect, events: ListenerEvents, stopping: AbortSignal): Promise<void> {
  const listening = endable()
  let ahead: number | null = null
  const connection = await connect({
    lost: listening.fail,
    // What comes before the clock is known is older than the instant that `listening` tells.
    hear: (payload) => {
      if (ahead !== null && !stopping.aborted) events.hear(payload, performance.now() + ahead)
    },
  })
  const check = setInterval(() => {
    clockAhead(connection).then((measured) => {
      ahead = measured
    }, listening.fail)
  }, CHECK_MS)
  try {
    ahead = await clockAhead(connection)
    if (stopping.aborted) return
    stopping.addEventListener('abort', listening.end)
    events.listening(performance.now() + ahead)
    await listening.ended
  } finally {
    clearInterval(check)
    stopping.removeEventListener('abort', listening.end)
    void connection.end()
  }
}

/** A promise with its two ends. It may fail before anybody waits for it. */
function endable() {
  let end = () => {}
  let fail: (error: Error) => void = () => {}
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  ended.catch(() => {})
  return { ended, end, fail }
}

/**
 * How far the database's clock is ahead of our own count of time, which no setting of a clock moves: too much by at most
 * the way there, and never too little. The least of some tries, for one may have had to wait here.
 */
async function clockAhead(connection: Listening): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3; tries++) {
    const asked = performance.now()
    least = Math.min(least, (await connection.now()) - asked)
  }
  return least
}
