import { SelectField } from '@/components/ui/select-field'
import { optionsOf } from '@/components/ui/select-options'
import { CLOSED } from '@/lib/customer-groups/list-narrowing'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { GROUPINGS, type GroupBy } from '@/lib/definitions'
import { GROUP_BY_WORDS } from '@/lib/format/words'
import type { Choices } from '@/lib/url/groups-url'

type GroupingControlsProps = { params: GroupsParams; choose: (choices: Choices) => void }

/** What customers are grouped by. Another grouping has other groups, so that none stays open. */
export function GroupingControls({ params, choose }: GroupingControlsProps) {
  return (
    <SelectField
      label="Group by"
      value={params.group_by}
      options={optionsOf(GROUPINGS, GROUP_BY_WORDS)}
      onChange={(group_by) => choose({ group_by, group_at: null, ...CLOSED, activity: activityFor(params, group_by) })}
    />
  )
}

/** Bands of recency are mostly of customers who did not come in the period: all are shown, until another choice. */
function activityFor({ activity, group_by: before }: GroupsParams, groupBy: GroupBy): GroupsParams['activity'] {
  if (groupBy === 'recency' && activity === 'active') return 'all'
  return before === 'recency' && activity === 'all' ? 'active' : activity
}
