import type { Scope } from '@/db/access'
import { type Change, changeSchema } from '@/lib/live/contract'
import type { LiveEvent } from '@/lib/live/events'
import { log } from '@/lib/server/log'
import { type Connect, keepListening } from './listener'
import { QuietTimes } from './quiet-times'

const GRACE_MS = 15 * 60_000

/** Somebody to whom changes are told, as far as their scope goes. */
export type Reader = { readonly scope: Scope; tell(event: LiveEvent): void }

export type Hub = {
  /** Tells the reader `hello`, and every event that concerns it until the returned function is called. */
  join(reader: Reader): () => void
  /** Since when nothing in the scope was changed; null while that is not known. */
  quietSince(scope: Scope): string | null
  /** Closes the connection at once. */
  close(): void
}

/**
 * Tells each change to the readers whose scope may see it. It listens from the first reader on, and until `graceMs` after
 * the last one has left: going from page to page opens no connection each time, and whoever opens a page in a quiet
 * quarter of an hour need not read everything again because nobody was listening.
 */
export function makeHub(connect: Connect, graceMs = GRACE_MS): Hub {
  const readers = new Set<Reader>()
  const quiet = new QuietTimes()
  let stopListening: (() => void) | null = null
  let closing: NodeJS.Timeout | undefined
  let isLost = false

  const close = () => {
    clearTimeout(closing)
    stopListening?.()
    stopListening = null
    quiet.forget()
  }
  const open = () =>
    keepListening(connect, {
      listening: (at) => {
        isLost = false
        quiet.begin(at)
        for (const reader of readers) reader.tell({ event: 'resync', data: { quiet_since: iso(at) } })
      },
      hear: (payload, at) => {
        const change = readChange(payload)
        if (!change) return
        const { branch_ids, ...told } = change
        quiet.note(branch_ids, at)
        const event: LiveEvent = { event: 'change', data: { ...told, at: iso(at) } }
        for (const reader of readers) if (concerns(branch_ids, reader.scope)) reader.tell(event)
      },
      lost: () => {
        if (isLost) return
        isLost = true
        quiet.forget()
        for (const reader of readers) reader.tell({ event: 'stale', data: {} })
      },
    })
  const quietSince = (scope: Scope) => {
    const since = quiet.since(scope)
    return since === null ? null : iso(since)
  }

  return {
    join: (reader) => {
      clearTimeout(closing)
      if (!stopListening) {
        isLost = false
        stopListening = open()
      }
      readers.add(reader)
      reader.tell({ event: 'hello', data: { quiet_since: quietSince(reader.scope) } })
      if (isLost) reader.tell({ event: 'stale', data: {} })
      return () => {
        if (readers.delete(reader) && readers.size === 0) closing = setTimeout(close, graceMs).unref()
      }
    },
    quietSince,
    close,
  }
}

/** Whether a change of these branches (null: of everything) may be told within a scope. */
function concerns(branchIds: Change['branch_ids'], { branches }: Scope): boolean {
  return branchIds === null || branches === 'all' || branchIds.some((id) => branches.includes(id))
}

/** A notification that is none of ours is told by its kind alone: it may hold anything. */
function readChange(payload: string): Change | null {
  const parsed = changeSchema.safeParse(parseJson(payload))
  if (parsed.success) return parsed.data
  log.warn({ ignored: 'notification', kind: kindOf(parseJson(payload)) })
  return null
}

function kindOf(value: unknown): string {
  const known = changeSchema.pick({ kind: true }).safeParse(value)
  return known.success ? known.data.kind : 'unknown'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Up to the next millisecond, for an instant must not come before what it is of. */
const iso = (at: number) => new Date(Math.ceil(at)).toISOString()
