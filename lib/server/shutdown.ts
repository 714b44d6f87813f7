const DEADLINE_MS = 15_000

declare global {
  /** Kept outside the modules: Next loads this one for `instrumentation.ts` and again for the routes. */
  var customerGroupsStreams: Set<() => void> | undefined
  var customerGroupsStopping: boolean | undefined
}

/** Has `end` called when the server stops, so that a stream without an end does not hold it; returns the way to forget it. */
export function endOnShutdown(end: () => void): () => void {
  globalThis.customerGroupsStreams ??= new Set()
  const streams = globalThis.customerGroupsStreams
  streams.add(end)
  return () => void streams.delete(end)
}

/** Ends whatever is registered by `endOnShutdown`. */
export function endStreams(): void {
  for (const end of globalThis.customerGroupsStreams ?? []) end()
}

/** Whether the server was asked to stop: what has no end of its own is not begun any more. */
export function isStopping(): boolean {
  return globalThis.customerGroupsStopping === true
}

/**
 * The server ends within 15 s of SIGTERM or SIGINT even if an answer is stuck, and stops by itself when the command that
 * started it was killed and its channel is gone.
 */
export function endWithParent(): void {
  const stop = () => {
    globalThis.customerGroupsStopping = true
    endStreams()
    setTimeout(() => process.exit(1), DEADLINE_MS).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
