import { bearer } from './api-key'

/** An event of the stream, with what it holds. */
export type Told = { event: string; data: Record<string, unknown> }

/** A stream of changes as a program reads it. */
export class LiveReader {
  readonly told: Told[] = []
  private readonly gone = new AbortController()
  private wake = () => {}
  status = 0
  headers = new Headers()
  /** Resolves when the stream has ended, by either side. */
  ended: Promise<void> = Promise.resolve()

  /** Opens a stream; where it is refused, `status` says so and nothing is told. */
  static async open(address: string, key: string): Promise<LiveReader> {
    const reader = new LiveReader()
    const response = await fetch(`${address}/api/live`, { headers: bearer(key), signal: reader.gone.signal })
    reader.status = response.status
    reader.headers = response.headers
    if (response.ok && response.body) reader.ended = reader.read(response.body).catch(() => {})
    else await response.body?.cancel()
    return reader
  }

  /** Resolves once an event that is wanted was told; throws when the stream ends without it. */
  async until(wanted: (told: Told) => boolean): Promise<void> {
    const over = this.ended.then(() => 'over')
    while (!this.told.some(wanted)) {
      const more = new Promise<string>((resolve) => {
        this.wake = () => resolve('more')
      })
      if ((await Promise.race([more, over])) === 'over') throw new Error(`told only ${JSON.stringify(this.told)}`)
    }
  }

  /** Resolves once the server listens: whatever is changed from then on is told. */
  listening(): Promise<void> {
    return this.until(({ data }) => typeof data.quiet_since === 'string')
  }

  /** The ids of the orders that were told as new, in their order. */
  newOrders(): unknown[] {
    return this.told
      .filter(({ event, data }) => event === 'change' && data.kind === 'order' && data.act === 'created')
      .map(({ data }) => data.id)
  }

  close(): void {
    this.gone.abort()
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    let pending = ''
    for await (const part of body) {
      const events = (pending + decoder.decode(part, { stream: true })).split('\n\n')
      pending = events.pop() ?? ''
      this.told.push(...events.map(readEvent))
      this.wake()
    }
  }
}

function readEvent(text: string): Told {
  const [, event = '', data = '{}'] = /^event: (\w+)\ndata: (.+)$/.exec(text) ?? []
  return { event, data: JSON.parse(data) }
}
