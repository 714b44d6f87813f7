import { backoffMs } from '@/lib/live/backoff'
import type { ToldChange } from '@/lib/live/events'
import { pause } from '@/lib/live/pause'
import { readEvents } from './read-events'

const RETRY = { first: 1_000, most: 30_000 }
const POLL_MS = 15_000
/** The server writes at least every 15 s: a stream that is silent for longer is dead, however open it looks. */
const SILENCE_MS = 40_000

/**
 * `change`: one record. `missed`: changes may have been missed by what was read as of `since` or earlier (by all of it where
 * that is null).
 */
export type LiveNews = { news: 'change'; change: ToldChange } | { news: 'missed'; since: string | null }

/**
 * `live`: changes arrive. `lost`: they do not, and it tries again. `polling`: too many streams are open, so everything
 * counts as missed every 15 s. `ended`: the server refuses, as after the session's end, and is not asked again.
 */
export type LiveState = 'connecting' | 'live' | 'lost' | 'polling' | 'ended'

export type LiveHearer = { hear(news: LiveNews): void; show(state: LiveState): void }

type FetchStream = (signal: AbortSignal) => Promise<Response>

const fetchLive: FetchStream = (signal) => fetch('/api/live', { signal })

/**
 * Keeps a stream of changes open until the returned function is called. Not by the browser's EventSource: that can not
 * tell a refusal or a full server from a lost one.
 */
export function keepLive(hearer: LiveHearer, fetchStream: FetchStream = fetchLive): () => void {
  const closing = new AbortController()
  void keep(hearer, fetchStream, closing.signal)
  return () => closing.abort()
}

async function keep({ hear, show }: LiveHearer, fetchStream: FetchStream, closed: AbortSignal): Promise<void> {
  let failures = 0
  const hearer: LiveHearer = {
    hear: (news) => closed.aborted || hear(news),
    show: (state) => {
      if (state === 'live') failures = 0
      if (!closed.aborted) show(state)
    },
  }
  while (!closed.aborted) {
    const status = await readOnce(hearer, fetchStream, closed).catch(() => 0)
    if (status === 401 || status === 403) {
      hearer.show('ended')
      // What is read again is refused too, and the page says why.
      return hearer.hear({ news: 'missed', since: null })
    }
    const isFull = status === 429
    hearer.show(isFull ? 'polling' : 'lost')
    if (isFull) hearer.hear({ news: 'missed', since: null })
    await pause(isFull ? POLL_MS : backoffMs(failures++, RETRY), closed)
  }
}

/** Reads one stream to its end; resolves to the answer's status, and throws where the stream breaks or falls silent. */
async function readOnce({ hear, show }: LiveHearer, fetchStream: FetchStream, closed: AbortSignal): Promise<number> {
  const silence = new AbortController()
  const giveUp = () => silence.abort()
  let timer = setTimeout(giveUp, SILENCE_MS)
  try {
    const { ok, status, body } = await fetchStream(AbortSignal.any([closed, silence.signal]))
    if (!ok || !body) return status
    for await (const { event, data } of readEvents(body)) {
      clearTimeout(timer)
      timer = setTimeout(giveUp, SILENCE_MS)
      if (event === 'change') hear({ news: 'change', change: data })
      if (event === 'stale') show('lost')
      if ((event === 'hello' || event === 'resync') && data.quiet_since !== null) {
        show('live')
        hear({ news: 'missed', since: data.quiet_since })
      }
    }
    return status
  } finally {
    clearTimeout(timer)
  }
}
