import { z } from 'zod'
import { isoInstant } from '@/lib/figures'
import { changeSchema } from './contract'

/**
 * Since when nothing that the reader may see was changed, on the database's clock, as far as the server knows. What was
 * read as of a later instant is up to date.
 */
const quiet = z.object({ quiet_since: isoInstant })

/** A change as a stream tells it: without its branches, and with the instant by which it was committed. */
export const toldChangeSchema = changeSchema.omit({ branch_ids: true }).extend({ at: isoInstant })
export type ToldChange = z.infer<typeof toldChangeSchema>

/** The server-sent events of `GET /api/live`, by name. */
export const liveEventSchema = z.discriminatedUnion('event', [
  /** The stream is open; without an instant the server is not listening yet, and `resync` says when it is. */
  z.object({ event: z.literal('hello'), data: z.object({ quiet_since: isoInstant.nullable() }) }),
  z.object({ event: z.literal('heartbeat'), data: z.object({}) }),
  z.object({ event: z.literal('change'), data: toldChangeSchema }),
  /** Changes may have been missed: what is older than the instant has to be read again. */
  z.object({ event: z.literal('resync'), data: quiet }),
  /** The server has lost its own source of changes; `resync` follows when it is back. */
  z.object({ event: z.literal('stale'), data: z.object({}) }),
])
export type LiveEvent = z.infer<typeof liveEventSchema>

/** An event as it goes over the wire. */
export function encodeEvent({ event, data }: LiveEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** An event as `encodeEvent` wrote it, without its blank line; null for anything else, such as an event of a later version. */
export function decodeEvent(text: string): LiveEvent | null {
  const [, event, data] = /^event: (\w+)\ndata: (.+)$/.exec(text) ?? []
  if (event === undefined || data === undefined) return null
  try {
    return liveEventSchema.parse({ event, data: JSON.parse(data) })
  } catch {
    return null
  }
}
