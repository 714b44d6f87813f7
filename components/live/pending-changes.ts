import { formatQuantity } from '@/lib/format/number'
import type { ToldChange } from '@/lib/live/events'
import type { LiveNews } from './live-connection'

/**
 * What a page has heard: the changes that it was told of, and up to when others may have been missed (null is unknown)
 * when its figures were of `asOf`.
 */
export type Heard = {
  changes: readonly ToldChange[]
  missed: { since: string | null; asOf: string | undefined } | null
}

export const NOTHING_HEARD: Heard = { changes: [], missed: null }

/** What is heard of with this too. Only the latest word on what was missed holds: it knows of all before it. */
export function hearNews({ changes, missed }: Heard, news: LiveNews, asOf: string | undefined): Heard {
  const pending = asOf === undefined ? changes : changesAfter(changes, asOf)
  if (news.news === 'missed') return { changes: pending, missed: { since: news.since, asOf } }
  return { changes: [...pending, news.change], missed }
}

/** The words for what figures as of an instant lack, or may lack; null for nothing. */
export function wordsForHeard({ changes, missed }: Heard, asOf: string | undefined): string | null {
  if (missed !== null && mayLack(missed, asOf)) return 'Figures may have changed'
  return wordsForChanges(asOf === undefined ? changes : changesAfter(changes, asOf))
}

/** Where the instant is not known, the figures lack it until they are read again. */
function mayLack({ since, asOf: before }: NonNullable<Heard['missed']>, asOf: string | undefined): boolean {
  if (since === null) return asOf === before
  return asOf !== undefined && Date.parse(asOf) <= Date.parse(since)
}

/**
 * The changes that figures as of an instant do not have. One of the same millisecond counts as missing: the instant is
 * the beginning of its millisecond.
 */
export function changesAfter(changes: readonly ToldChange[], asOf: string): ToldChange[] {
  return changes.filter(({ at }) => Date.parse(at) >= Date.parse(asOf))
}

/**
 * "3 new orders", "2 changes", "1 new order, 1 change"; null for none. A record counts once, whatever became of it, and
 * what a new order changed of its own customer is no change besides.
 */
export function wordsForChanges(changes: readonly ToldChange[]): string | null {
  const made = changes.filter(({ kind, act }) => kind === 'order' && act === 'created')
  const told = new Set(made.flatMap(({ id, customer_id }) => [id, customer_id]))
  const others = changes.filter(({ id }) => id === null || !told.has(id))
  const orders = distinct(made)
  const rest = distinct(others)
  const words = [orders && formatQuantity(orders, 'new order'), rest && formatQuantity(rest, 'change')]
  return words.filter(Boolean).join(', ') || null
}

/** How many records; what names none, such as an import of many, is one for each kind. */
function distinct(changes: readonly ToldChange[]): number {
  return new Set(changes.map(({ kind, id }) => id ?? kind)).size
}
