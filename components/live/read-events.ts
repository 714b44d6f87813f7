import type { LiveEvent } from '@/lib/live/events'

/** Longer than any event of ours: what has no end by then is no stream of events. */
const LONGEST = 64_000

/** The events of a stream, one by one, until it ends. Throws when it breaks or is no stream of events. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<LiveEvent> {
  const { decodeEvent } = await import('@/lib/live/events')
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let pending = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      const parts = (pending + decoder.decode(value, { stream: true })).split('\n\n')
      pending = parts.pop() ?? ''
      if (pending.length > LONGEST) throw new Error('An event has no end.')
      for (const part of parts) {
        const event = decodeEvent(part)
        if (event) yield event
      }
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}
