import type { OrderStatus } from '@/lib/definitions'
import { RequestError } from '@/lib/failure'
import { ORDER_STATUS_WORDS } from '@/lib/format/words'

/** To which statuses an order can go on, and back: what is not here is refused. */
const FORWARD: Record<OrderStatus, readonly OrderStatus[]> = {
  created: ['in_progress', 'completed'],
  in_progress: ['completed'],
  completed: [],
  cancelled: [],
}
const BY_MANAGER: Record<OrderStatus, readonly OrderStatus[]> = {
  created: ['cancelled'],
  in_progress: ['cancelled'],
  completed: ['cancelled', 'created', 'in_progress'],
  cancelled: ['created', 'in_progress'],
}

/** Who may do something to an order: whoever may enter one, or a manager who says why. */
export type OrderRule = 'enter' | 'edit'

/**
 * What a change of an order asks for, by its statuses before and after; where they are the same, other fields are changed.
 * @throws RequestError 409 `not_in_this_state` where nobody may.
 */
export function ruleOf(from: OrderStatus, to: OrderStatus): OrderRule {
  if (from === to) {
    if (from === 'cancelled') throw notInThisState('A cancelled order stays as it was. Reopen it first.')
    return from === 'completed' ? 'edit' : 'enter'
  }
  if (FORWARD[from].includes(to)) return 'enter'
  if (BY_MANAGER[from].includes(to)) return 'edit'
  throw notInThisState(
    `${ORDER_STATUS_WORDS[from]}: this order can not become ${ORDER_STATUS_WORDS[to].toLowerCase()} now.`,
  )
}

/** What an order of a status can become, and who may make it that, in the order in which it is offered. */
export function nextStatuses(from: OrderStatus): { to: OrderStatus; rule: OrderRule }[] {
  const by = (rule: OrderRule, statuses: readonly OrderStatus[]) => statuses.map((to) => ({ to, rule }))
  return [...by('enter', FORWARD[from]), ...by('edit', BY_MANAGER[from])]
}

function notInThisState(message: string): RequestError {
  return new RequestError(409, 'not_in_this_state', message)
}
