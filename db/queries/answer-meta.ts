import type { AnswerMeta } from '@/lib/customer-groups/answer-meta'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import type { GroupsParams } from '@/lib/customer-groups/params'
import type { Frame } from './frame'
import type { Grouping } from './groupings/grouping'

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

/** The same with what customers are grouped by. */
export function toGroupedMeta(
  frame: Frame,
  params: AskedFilters & Pick<GroupsParams, 'group_by' | 'group_at'>,
  { overlaps }: Grouping,
): Omit<GroupsAnswer['meta'], 'activity'> {
  const { group_by, group_at } = params
  return { ...toMeta(frame, params), group_by, group_at, groups_overlap: overlaps }
}
