import type { GroupsParams } from '@/lib/customer-groups/params'
import { activeFilters } from '@/lib/format/filter-words'
import { ACTIVITY_WORDS, GROUP_BY_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'

type PrintedChoicesProps = { params: GroupsParams; branchName: string; currency: string }

/** What was chosen, on paper alone, where no control says it. */
export function PrintedChoices({ params, branchName, currency }: PrintedChoicesProps) {
  const { activity, order_type, group_by, group_at, q } = params
  const words = [
    ACTIVITY_WORDS[activity],
    order_type === 'all' ? 'All order types' : ORDER_TYPE_WORDS[order_type],
    branchName,
    `Grouped by ${GROUP_BY_WORDS[group_by].toLowerCase()}${group_at === 'order' ? ' at the time of the order' : ''}`,
    ...(q === '' ? [] : [`Search “${q}”`]),
    ...activeFilters(params, currency).map((filter) => filter.words),
  ]
  return <p className="hidden text-sm print:block">{words.join(' · ')}</p>
}
