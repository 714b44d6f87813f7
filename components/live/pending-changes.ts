import { formatQuantity } from '@/lib/format/number'
import type { ToldChange } from '@/lib/live/events'

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
