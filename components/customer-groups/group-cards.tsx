'use client'

import { useQueryClient } from '@tanstack/react-query'
import { memo, Suspense } from 'react'
import type { Business } from '@/lib/business'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import type { GroupsParams } from '@/lib/customer-groups/params'
import type { Role } from '@/lib/roles'
import type { Choices } from '@/lib/url/groups-url'
import { comparedDays } from './compared-days'
import { GroupCard } from './group-card'
import { fetchGroupPanelBody } from './group-panel-body-later'
import { groupTint } from './group-tint'
import { GroupingControls } from './grouping-controls'
import { GroupingNotes } from './grouping-notes'
import { detailsOptions } from './groups-queries'

type GroupCardsProps = {
  answer: GroupsAnswer
  role: Role
  params: GroupsParams
  business: Business
  scope: string
  openGroup: string | null
  onOpen: (key: string) => void
  hrefOf: (params: Choices) => string
  choose: (choices: Choices) => void
}

/** A card for each group, also for those with nothing in them. Approaching a card fetches its list ahead, and the code that shows it. */
export const GroupCards = memo(function GroupCards({
  answer,
  role,
  params,
  business,
  scope,
  openGroup,
  onOpen,
  hrefOf,
  choose,
}: GroupCardsProps) {
  const queryClient = useQueryClient()
  const { meta } = answer
  const compared = comparedDays(meta)
  // Cards stay until those of another grouping are there, which has no such group.
  const fetchAhead = (target: GroupsParams) => {
    if (target.group_by !== meta.group_by) return
    void queryClient.prefetchQuery(detailsOptions({ ...target, as_of: meta.as_of }))
    // Where its code can not be had now, opening the group asks again.
    fetchGroupPanelBody().catch(() => undefined)
  }
  return (
    <section aria-labelledby="groups-heading" className="mt-6">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="groups-heading" className="font-semibold">
          Groups
        </h2>
        <GroupingControls {...{ params, choose }} />
      </div>
      <GroupingNotes {...{ answer, role, choose }} />
      <div className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(min(100%,16.5rem),1fr))] gap-3">
        {Object.entries(answer.groups).map(([key, stats]) => {
          const target = { ...params, group: key, q: '', page: 1 }
          return (
            // Nothing waits in it: a browser comes alive boundary by boundary, and answers a touch in between.
            <Suspense key={key}>
              <GroupCard
                groupKey={key}
                {...{ stats, meta, scope, compared }}
                digits={business.currencyDigits}
                tint={groupTint(stats.color)}
                open={key === openGroup}
                href={hrefOf(target)}
                onOpen={() => onOpen(key)}
                onApproach={() => fetchAhead(target)}
              />
            </Suspense>
          )
        })}
      </div>
    </section>
  )
})
