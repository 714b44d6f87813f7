'use client'

import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useCallback, useMemo } from 'react'
import { LiveNotice } from '@/components/live/live-notice'
import { useLiveUpdates } from '@/components/live/use-live-updates'
import { useShortcut } from '@/components/shortcuts/use-shortcut'
import { FailureNotice } from '@/components/ui/failure-notice'
import { ProgressLine } from '@/components/ui/progress-line'
import type { BranchFilter } from '@/lib/branch'
import type { Business } from '@/lib/business'
import { withoutGroup } from '@/lib/customer-groups/list-narrowing'
import type { SignedIn } from '@/lib/signed-in'
import { GroupsControls } from './groups-controls'
import { GroupsHeader } from './groups-header'
import { AsOfNotice, OutdatedNotice, RubbishNotice } from './groups-notices'
import { GROUPS_KEY } from './groups-queries'
import { GroupsResults } from './groups-results'
import { FiguresSkeleton } from './groups-skeleton'
import { useGroupsUrl } from './use-groups-url'
import { useGroupsView } from './use-groups-view'
import type { OwnViews } from './views/views-menu'

/** For a page of a chosen moment alone. */
const SinceNotice = dynamic(() => import('./since/since-notice').then((code) => code.SinceNotice))

type GroupsScreenProps = { business: Business; branches: BranchFilter[]; person: SignedIn; own: OwnViews }

/** The customer groups page: the URL says what is asked, one answer says what is shown. */
export function GroupsScreen({ business, branches, person, own }: GroupsScreenProps) {
  const queryClient = useQueryClient()
  const url = useGroupsUrl(
    branches.map((branch) => branch.code),
    own.personId,
  )
  const { params, choose, backToNow } = url
  const view = useGroupsView(params)
  const { overview, shown, unknownGroup } = view
  const pinned = params.as_of !== undefined
  const refresh = useCallback(() => {
    if (pinned) backToNow()
    // The open list follows by itself: it is asked for as of the new overview.
    void queryClient.invalidateQueries({ queryKey: [...GROUPS_KEY, 'overview'] })
  }, [pinned, backToNow, queryClient])
  useShortcut('refresh', refresh)
  const news = useLiveUpdates({
    asOf: shown?.meta.as_of,
    follows: !pinned,
    busy: view.fetching,
    failed: overview.error !== null,
    refresh,
  })
  const rubbish = unknownGroup ? [...url.rubbish, { name: 'group', value: unknownGroup }] : url.rubbish
  // Without an open group nothing narrows what is exported or printed, whatever a link says.
  const closed = view.group === null
  const listed = useMemo(() => (closed ? withoutGroup(params) : params), [closed, params])
  const openName = view.group && shown ? (shown.groups[view.group]?.name ?? null) : null
  return (
    <>
      <ProgressLine active={view.fetching} />
      <LiveNotice words={news} busy={view.fetching} onUpdate={refresh} />
      <GroupsHeader
        params={listed}
        person={person}
        own={own}
        href={url.href}
        meta={shown?.meta}
        openName={openName}
        fetching={view.fetching}
        onRefresh={refresh}
      />
      <GroupsControls params={listed} {...{ branches, person, choose }} meta={shown?.meta} />
      <RubbishNotice rubbish={rubbish} />
      {pinned && shown && <AsOfNotice meta={shown.meta} onShowNow={refresh} />}
      {pinned && shown && <SinceNotice params={params} asOf={shown.meta.as_of} business={business} />}
      {overview.error && shown && (
        <OutdatedNotice failure={overview.error} kept={shown.meta} onRetry={() => overview.refetch()} />
      )}
      {shown ? (
        <GroupsResults view={view} answer={shown} url={url} business={business} role={person.role} />
      ) : overview.error ? (
        <FailureNotice title="The figures could not be loaded" onRetry={() => overview.refetch()} className="mt-4">
          {overview.error.message}
        </FailureNotice>
      ) : (
        <FiguresSkeleton />
      )}
    </>
  )
}
