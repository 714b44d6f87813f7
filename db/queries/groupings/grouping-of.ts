import type { Frame } from '@/db/queries/frame'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { byBranch } from './by-branch'
import { byRecency } from './by-recency'
import { byRfm } from './by-rfm'
import { byTypeNow, byTypeThen } from './by-type'
import { byVisit } from './by-visit'
import type { Grouping } from './grouping'

type Asked = Pick<GroupsParams, 'group_by' | 'group_at'>

/** How the customers of a frame are put into the groups that are asked for. */
export function groupingOf(frame: Frame, { group_by, group_at }: Asked): Grouping {
  switch (group_by) {
    case 'type':
      return group_at === 'order' ? byTypeThen(frame) : byTypeNow
    case 'branch':
      return byBranch(frame)
    case 'visit':
      return byVisit(frame)
    case 'recency':
      return byRecency(frame)
    case 'rfm':
      return byRfm(frame)
  }
}
