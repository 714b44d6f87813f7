import { SearchX, UserRoundX, UsersRound } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import type { GroupStats } from '@/lib/customer-groups/contract'
import { NO_FILTERS } from '@/lib/customer-groups/list-narrowing'
import { activeFilters } from '@/lib/format/filter-words'
import { formatQuantity } from '@/lib/format/number'
import type { ListChoices } from './list-choices'
import { isNarrowed } from './list-toolbar'

type NobodyHereProps = { stats: GroupStats; choices: ListChoices }

/** Why a list is empty: nobody matches, nobody is there in the period, or nobody was ever recorded. */
export function NobodyHere({ stats, choices }: NobodyHereProps) {
  if (isNarrowed(choices.params)) return <NobodyMatches {...{ stats, choices }} />
  if (stats.registered_count === 0)
    return (
      <EmptyState icon={UserRoundX} title={`Nobody is in ${stats.name} yet`}>
        Customers appear here as soon as they are registered or imported in this group.
      </EmptyState>
    )
  if (choices.params.activity === 'not_back')
    return (
      <EmptyState icon={UsersRound} title={`Nobody of ${stats.name} stayed away`}>
        {whyNobodyStayedAway(stats, choices.params)}
      </EmptyState>
    )
  return (
    <EmptyState icon={UsersRound} title={`No customer of ${stats.name} in this period`}>
      {formatQuantity(stats.registered_count, 'customer is', 'customers are')} registered in this group.
    </EmptyState>
  )
}

function whyNobodyStayedAway({ previous }: GroupStats, { group_by }: ListChoices['params']): string {
  // Grouped by new and returning, those of before are not those who are in the group now.
  if (group_by === 'visit') return 'Nobody in this group came in the period before and not in this one.'
  return previous?.active_count === 0
    ? 'No customer of this group came in the period before either.'
    : 'Every customer of this group who came in the period before came again.'
}

function NobodyMatches({ stats, choices: { params, choose, type } }: NobodyHereProps) {
  const isFiltered = activeFilters(params, '').length > 0
  const what = params.q === '' ? 'these filters' : `“${params.q}”${isFiltered ? ' and the filters' : ''}`
  return (
    <EmptyState
      icon={SearchX}
      title={`Nobody in ${stats.name} matches ${what}`}
      actions={
        <>
          {params.q !== '' && (
            <button type="button" className={buttonStyle()} onClick={() => type('')}>
              Clear the search
            </button>
          )}
          {isFiltered && (
            <button type="button" className={buttonStyle()} onClick={() => choose(NO_FILTERS)}>
              Clear the filters
            </button>
          )}
        </>
      }
    >
      {params.q === ''
        ? `${formatQuantity(stats.customer_count, 'customer is', 'customers are')} in the list without them.`
        : 'Names, organisations, e-mails, phones, plates and customer numbers are searched.'}
    </EmptyState>
  )
}
