import type { FailedField } from '@/lib/failure'
import type { GroupsParams } from './params'

/** The parameters that do not go with each other in every way. */
export type Combined = Partial<
  Pick<
    GroupsParams,
    'group_by' | 'group_at' | 'compare' | 'activity' | 'visits' | 'sort' | 'revenue_from' | 'revenue_to'
  >
>

/** What is wrong with parameters together, each of which is good by itself; each field can be left out to set it right. */
export function combinationProblems(params: Combined): FailedField[] {
  return [...groupedProblems(params), ...comparedProblems(params), ...amountProblems(params)]
}

function groupedProblems({ group_by = 'type', group_at }: Combined): FailedField[] {
  if (group_at !== 'order' || group_by === 'type') return []
  return [{ name: 'group_at', message: 'order is for group_by type only' }]
}

/** Who was there before is known only where something is compared with. */
function comparedProblems({ compare, activity, visits, sort }: Combined): FailedField[] {
  if (compare !== 'none') return []
  const message = 'needs something to compare with: it does not go with compare none'
  const needing = {
    activity: activity === 'not_back',
    visits: visits === 'resurrected' || visits === 'continued',
    sort: sort === 'previous_revenue',
  }
  return Object.entries(needing).flatMap(([name, needs]) => (needs ? [{ name, message }] : []))
}

function amountProblems({ revenue_from, revenue_to }: Combined): FailedField[] {
  if (revenue_from === undefined || revenue_to === undefined || Number(revenue_from) <= Number(revenue_to)) return []
  return [{ name: 'revenue_from', message: 'must not be above revenue_to' }]
}
