'use client'

import { useCallback, useDeferredValue, useMemo } from 'react'
import { BridgePanel } from '@/components/customer-groups/bridge/bridge-panel'
import { ExplainContext } from '@/components/customer-groups/explanation/explain-context'
import { ExplanationLater } from '@/components/customer-groups/explanation/explanation-later'
import { useExplanation } from '@/components/customer-groups/explanation/use-explanation'
import type { ListChoices } from '@/components/customer-groups/list/list-choices'
import { OverTimePanel } from '@/components/customer-groups/over-time/over-time-panel'
import { useSeriesView } from '@/components/customer-groups/over-time/use-series-view'
import type { Business } from '@/lib/business'
import type { GroupStats, GroupsAnswer } from '@/lib/customer-groups/contract'
import { CLOSED } from '@/lib/customer-groups/list-narrowing'
import { showsOrders } from '@/lib/definitions'
import { formatMoney, formatQuantity } from '@/lib/format/number'
import type { Role } from '@/lib/roles'
import { TrendContext } from './card-trend'
import { GroupCards } from './group-cards'
import { GroupPanel } from './group-panel'
import { groupTint } from './group-tint'
import { GroupsEmpty } from './groups-empty'
import { OverviewCards } from './overview-cards'
import type { GroupsUrl } from './use-groups-url'
import type { GroupsView } from './use-groups-view'
import { useOpenGroup } from './use-open-group'

type GroupsResultsProps = { view: GroupsView; answer: GroupsAnswer; url: GroupsUrl; business: Business; role: Role }

/** Everything that one answer shows: the totals, a card for each group, and the open group's panel. */
export function GroupsResults({ view, answer, url, business, role }: GroupsResultsProps) {
  const { params, choose, href, query } = url
  const { group, details, list } = view
  const overviewThere = !view.overview.isPlaceholderData
  const series = useSeriesView(params, answer.meta.as_of, overviewThere)
  // The filters hold while groups are looked through, and end with the list that shows them.
  const open = useCallback((key: string | null) => choose(key === null ? CLOSED : { group: key, q: null }), [choose])
  const { panelRef, press, follow } = useOpenGroup(group, open)
  const profileHref = useCallback((customerId: string) => `/customers/${customerId}${query}`, [query])
  const choices = useSameChoices(url, profileHref)
  const { refetch } = details
  const retry = useCallback(() => void refetch(), [refetch])
  const { period, from, to, activity, order_type, branch, group_by, group_at } = params
  const scope = [period, from, to, activity, order_type, branch, group_by, group_at].join(' ')
  const stats = group ? answer.groups[group] : undefined
  const trend = useDeferredValue(series.series.isPlaceholderData ? undefined : series.series.data)
  const explanation = useExplanation(params, answer.meta.as_of, href)
  return (
    <ExplainContext value={explanation.way}>
      <div aria-busy={view.fetching} className="mt-4">
        <OverviewCards answer={answer} business={business} scope={scope} />
        <GroupsEmpty answer={answer} params={params} choose={choose} />
        <TrendContext value={trend}>
          <GroupCards
            {...{ answer, role, params, business, scope, choose }}
            openGroup={group}
            onOpen={press}
            hrefOf={href}
          />
        </TrendContext>
        <p role="status" className="sr-only">
          {stats && list && `${stats.name} is open: ${inWords(stats, answer.meta, business)}`}
        </p>
        {group && stats && (
          <GroupPanel
            {...{ stats, list, business, panelRef }}
            meta={answer.meta}
            failure={details.error}
            busy={details.isFetching}
            choices={choices}
            tint={groupTint(stats.color)}
            onRetry={retry}
            onClose={() => open(null)}
          />
        )}
        <div className="mt-6">
          <OverTimePanel view={series} business={business} openGroup={group} />
        </div>
        <BridgePanel
          {...{ params, choose, href, business, follow, overviewThere }}
          asOf={answer.meta.as_of}
          openGroup={group}
        />
      </div>
      {explanation.address && (
        <ExplanationLater address={explanation.address} {...{ explanation, params, business, profileHref }} />
      )}
    </ExplainContext>
  )
}

/** The same object while nothing of it changed: an open list is drawn again only then. */
function useSameChoices(
  { params, choose, type, href }: GroupsUrl,
  profileHref: ListChoices['profileHref'],
): ListChoices {
  return useMemo(() => ({ params, choose, type, href, profileHref }), [params, choose, type, href, profileHref])
}

function inWords(stats: GroupStats, { activity }: GroupsAnswer['meta'], business: Business): string {
  const customers = formatQuantity(stats.customer_count, 'customer')
  if (!showsOrders(activity)) return customers
  return `${customers}, ${formatQuantity(stats.total_orders, 'order')}, ${formatMoney(stats.total_revenue, business)}`
}
