import { isPlainClick } from '@/components/customer-groups/plain-click'
import type { GroupStats } from '@/lib/customer-groups/contract'
import { sortAfter } from '@/lib/customer-groups/list-columns'
import { NO_FILTERS, withoutFilters } from '@/lib/customer-groups/list-narrowing'
import type { Activity } from '@/lib/definitions'
import type { ListChoices } from './list-choices'

type NotBackLinkProps = { stats: GroupStats; choices: ListChoices }

/** From the group to those of it who came before and not in this period, and back again. */
export function NotBackLink({ stats, choices: { params, choose, href } }: NotBackLinkProps) {
  const isThere = params.activity === 'not_back'
  // Nobody can stay away where nothing is compared, where nobody came before, or who is new or returning now.
  const nobodyBefore = stats.previous === null || stats.previous.active_count === 0
  if (!isThere && (nobodyBefore || params.group_by === 'visit')) return null
  const activity: Activity = isThere ? 'active' : 'not_back'
  const target = {
    ...withoutFilters(params),
    activity,
    sort: sortAfter(params, { ...params, activity }),
    q: '',
    page: 1,
  }
  return (
    <a
      href={href(target)}
      onClick={(event) => {
        if (!isPlainClick(event)) return
        event.preventDefault()
        choose({ activity, q: '', ...NO_FILTERS })
      }}
      className="mt-2 print:hidden inline-flex min-h-10 items-center text-accent text-sm underline-offset-4 hover:underline"
    >
      {isThere ? 'Show the active customers' : 'Show who came before and is not back'}
    </a>
  )
}
