import { ORDER_SOURCE_WORDS } from '@/lib/format/words'
import { type FieldChange, type OrderWords, orderChanges } from './changes-in-words'
import type { Order, OrderStep } from './contract'

/** One line of an order's history: who did what, when, and why. `changes` is empty where it was entered. */
export type HistoryLine = { at: string; who: string; version: number; changes: FieldChange[]; reason: string | null }

/** What became of an order, the oldest first: its entry, then each change with the version that it made. */
export function orderHistory(order: Order, words: OrderWords): HistoryLine[] {
  const entered: HistoryLine = {
    at: order.created_at,
    who: whoDid(order.entered_by, order.source),
    version: 1,
    changes: [],
    reason: null,
  }
  const changed = order.history.map((step, place): HistoryLine => {
    const after = order.history[place + 1] ?? order
    return {
      at: step.replaced_at,
      who: whoDid(step.person, step.replaced_by),
      version: after.version,
      changes: orderChanges(step, after, words),
      reason: step.reason,
    }
  })
  return [entered, ...changed]
}

/** The lines of what others did after a version of an order was read. */
export function linesSince(version: number, order: Order, words: OrderWords): HistoryLine[] {
  return orderHistory(order, words).filter((line) => line.version > version)
}

/** A person or a key by its present name; where neither is known, where it came from. */
function whoDid(person: OrderStep['person'], source: OrderStep['replaced_by']): string {
  if (person === null) return ORDER_SOURCE_WORDS[source]
  return person.name ?? 'Somebody who is gone'
}
