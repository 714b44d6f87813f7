'use client'

import { keepPreviousData, useIsFetching, useQuery } from '@tanstack/react-query'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import { openGroupOf } from '@/lib/customer-groups/open-group'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { detailsOptions, GROUPS_KEY, overviewOptions, overviewParams } from './groups-queries'

/**
 * What the page shows for its choices. `shown` is the open group's own answer where there is one, so that the card and
 * the list come from one snapshot; otherwise the overview. Old figures stay until new ones are there; those of another
 * group do not.
 */
export function useGroupsView(params: GroupsParams) {
  const overview = useQuery({ ...overviewOptions(overviewParams(params)), placeholderData: keepPreviousData })
  const known = overview.data
  const group = known ? openGroupOf(known, params.group) : null
  const details = useQuery({
    ...detailsOptions({ ...params, group: group ?? 'all', as_of: known?.meta.as_of ?? '' }),
    enabled: group !== null && !overview.isPlaceholderData,
    placeholderData: (previous: GroupsAnswer | undefined, query) =>
      query?.queryKey[2].group === group ? previous : undefined,
    refetchOnWindowFocus: false,
  })
  // Whatever the page shows, also the figures over time and why they changed; not a list that is fetched ahead.
  const fetching = useIsFetching({ queryKey: GROUPS_KEY, type: 'active' }) > 0
  const opened = group ? details.data : undefined
  return {
    overview,
    details,
    group,
    shown: opened ?? known,
    list: opened?.group_details ?? null,
    unknownGroup: known && params.group !== 'all' && group === null ? params.group : null,
    fetching,
  }
}

export type GroupsView = ReturnType<typeof useGroupsView>
