import type { AnswerMeta, GroupsParams } from '@/lib/customer-groups/contract'
import type { Frame } from './frame'

type AskedFilters = Pick<GroupsParams, 'compare' | 'order_type' | 'branch'>

/** What an answer says about itself: its windows and clock as instants and zone, its currency, the filters it is under. */
export function toMeta(frame: Frame, { compare, order_type, branch }: AskedFilters): AnswerMeta {
  return {
    as_of: frame.asOf,
    from: frame.window.from,
    to: frame.window.to,
    elapsed: frame.elapsed,
    compare,
    previous_from: frame.previous?.from ?? null,
    previous_to: frame.previous?.to ?? null,
    time_zone: frame.timeZone,
    currency: frame.currency,
    order_type,
    branch,
  }
}
