import type { Scope } from '@/db/access'
import { encodeEvent, type LiveEvent } from '@/lib/live/events'
import { endOnShutdown } from '@/lib/server/shutdown'
import type { Hub } from './hub'

const HEARTBEAT_MS = 15_000
/** Events that wait for a slow reader; a change is some 250 bytes. */
const QUEUE_LENGTH = 64

type EventStream = {
  hub: Hub
  scope: Scope
  /** Whether the reader may go on reading; asked at each heartbeat. What it throws twice in a row ends the stream. */
  isAllowed(): Promise<boolean>
  /**
   * Its signal aborts when the reader has gone. The request itself is held for that: a signal of Node's whose request was
   * collected as garbage never aborts.
   */
  request: Pick<Request, 'signal'>
  /** Called once, at the end. */
  onEnd(): void
}

/**
 * Server-sent events: the hub's, and a heartbeat every 15 s. A reader who is too slow misses events, and is told so by
 * `resync` as soon as there is room. Ends when the reader has gone or may not read on, and when the server stops, which
 * would wait for an open stream for ever.
 */
export function eventStream({ hub, scope, isAllowed, request, onEnd }: EventStream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let release = () => {}
  let missed = false
  const tell = (controller: ReadableStreamDefaultController<Uint8Array>, event: LiveEvent) => {
    if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(encodeEvent(event)))
    else if (event.event !== 'heartbeat') missed = true
  }
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      let open = true
      const end = () => {
        if (!open) return
        release()
        controller.close()
      }
      let unanswered = 0
      const beat = async () => {
        // A busy database is no reason to send away everybody at once, who would all come back at once.
        const goesOn = await isAllowed().catch(() => ++unanswered < 2 && 'unanswered')
        if (goesOn === true) unanswered = 0
        if (!goesOn) end()
        else if (open) tell(controller, { event: 'heartbeat', data: {} })
      }
      const timer = setInterval(beat, HEARTBEAT_MS)
      const leave = hub.join({ scope, tell: (event) => tell(controller, event) })
      const forget = endOnShutdown(end)
      release = () => {
        if (!open) return
        open = false
        clearInterval(timer)
        leave()
        forget()
        onEnd()
      }
      if (request.signal.aborted) end()
      else request.signal.addEventListener('abort', end, { once: true })
    },
    pull(controller) {
      if (!missed) return
      const since = hub.quietSince(scope)
      missed = false
      tell(
        controller,
        since === null ? { event: 'stale', data: {} } : { event: 'resync', data: { quiet_since: since } },
      )
    },
    cancel: () => release(),
  }
  return new ReadableStream(source, new CountQueuingStrategy({ highWaterMark: QUEUE_LENGTH }))
}
