import { endOnShutdown } from './shutdown'

const HEARTBEAT_MS = 15_000

type LiveStream = {
  /** Whether the reader may go on reading; asked at each heartbeat. What it throws ends the stream. */
  isAllowed(): Promise<boolean>
  /** Aborts when the reader has gone. */
  signal: AbortSignal
  everyMs?: number
}

/**
 * Server-sent events: a heartbeat at once and every 15 s. Ends when the reader has gone or may not read on, and when the
 * server stops, which would wait for an open stream for ever.
 */
export function liveStream({ isAllowed, signal, everyMs = HEARTBEAT_MS }: LiveStream): ReadableStream<Uint8Array> {
  const heartbeat = new TextEncoder().encode('event: heartbeat\ndata: {}\n\n')
  let end = () => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true
      const beat = async () => {
        const goesOn = await isAllowed().catch(() => false)
        if (!goesOn) end()
        else if (open) controller.enqueue(heartbeat)
      }
      const timer = setInterval(beat, everyMs)
      const forget = endOnShutdown(() => end())
      end = () => {
        if (!open) return
        open = false
        clearInterval(timer)
        forget()
        controller.close()
      }
      controller.enqueue(heartbeat)
      if (signal.aborted) end()
      else signal.addEventListener('abort', end, { once: true })
    },
    cancel: () => end(),
  })
}
