const STALLED_AFTER_MS = 60_000

/** `read` gives the next part, null at the end; `close` frees what stands behind it and may be called more than once. */
type Source = {
  read(): Promise<string | Uint8Array | null>
  close(): Promise<void>
  signal: AbortSignal
  stalledAfterMs?: number
}

/**
 * A byte stream that asks its source for a part only when its reader has taken the one before. It closes the source at
 * the end, at an error, when `signal` aborts and when the reader takes nothing for a minute. The first part is read at
 * once, so that a failure is an answer of its own and never half a file.
 */
export async function readableRows({ read, close, signal, stalledAfterMs = STALLED_AFTER_MS }: Source) {
  const encoder = new TextEncoder()
  const first = await read().catch(async (error: unknown) => {
    await close()
    throw error
  })
  let next: string | Uint8Array | null | undefined = first
  let stalled: NodeJS.Timeout | undefined
  const finish = async () => {
    clearTimeout(stalled)
    await close()
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const stop = (reason: string) => {
          controller.error(new Error(reason))
          void finish()
        }
        if (signal.aborted) return stop('the reader has gone')
        signal.addEventListener('abort', () => stop('the reader has gone'), { once: true })
        stalled = setTimeout(() => stop('the reader takes nothing'), stalledAfterMs)
      },
      async pull(controller) {
        stalled?.refresh()
        try {
          const part = next === undefined ? await read() : next
          next = undefined
          if (part !== null) return controller.enqueue(typeof part === 'string' ? encoder.encode(part) : part)
          controller.close()
          await finish()
        } catch (error) {
          controller.error(error)
          await finish()
        }
      },
      cancel: finish,
    },
    { highWaterMark: 1 },
  )
}
