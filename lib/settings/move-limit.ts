import { formatQuantity } from '@/lib/format/number'

/** How many customers are moved at once: more would keep everybody who works with them waiting for seconds. */
export const MOVE_LIMIT = 20_000

/** Why so many customers can not be moved at once, and what to do; null where they can. */
export function beyondMoveLimit(customers: number, limit = MOVE_LIMIT): string | null {
  if (customers <= limit) return null
  return `At most ${formatQuantity(limit, 'customer')} are moved at once. Choose a branch or a search, and move them in parts.`
}
