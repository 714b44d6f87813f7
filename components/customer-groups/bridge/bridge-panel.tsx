'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useQueryStates } from 'nuqs'
import { bridgeOptions } from '@/components/customer-groups/groups-queries'
import { viewParsers } from '@/components/customer-groups/url-parsers'
import { useNear } from '@/components/ui/use-near'
import type { Business } from '@/lib/business'
import type { BridgeParams } from '@/lib/customer-groups/bridge-params'
import type { GroupsParams } from '@/lib/customer-groups/params'
import type { Choices } from '@/lib/url/groups-url'
import type { BridgeWay } from './bridge-link'
import { BridgeFailure, BridgeSkeleton, BridgeUnasked } from './bridge-states'

const Bridge = dynamic(() => import('./bridge').then((code) => code.Bridge), { loading: BridgeSkeleton })

type BridgePanelProps = {
  params: GroupsParams
  choose: (choices: Choices) => void
  href: (params: Choices) => string
  /** The moment of the overview, whose revenues are explained. */
  asOf: string
  /** False while the overview of these choices is on its way. */
  overviewThere: boolean
  business: Business
  openGroup: string | null
  /** Leads the eye to a group that opens. */
  follow: (group: string) => void
}

/** Why revenue changed, or why that is not there. */
export function BridgePanel({
  params,
  choose,
  href,
  asOf,
  overviewThere,
  business,
  openGroup,
  follow,
}: BridgePanelProps) {
  const { ref, near } = useNear<HTMLDivElement>()
  const asked = bridgeParams(params)
  const onOpen: BridgeWay['onOpen'] = (group, choices) => {
    follow(group)
    choose(choices)
  }
  return (
    <div ref={ref} className="mt-6">
      {asked === null ? (
        <BridgeUnasked compared={params.compare !== 'none'} choose={choose} />
      ) : (
        <AskedBridge
          asked={{ ...asked, as_of: asOf }}
          way={{ hrefOf: (choices) => href({ ...params, ...choices }), onOpen }}
          wanted={near && overviewThere}
          {...{ business, openGroup }}
        />
      )}
    </div>
  )
}

type AskedBridgeProps = {
  asked: BridgeParams & { as_of: string }
  /** Only then are the figures asked for. */
  wanted: boolean
  business: Business
  openGroup: string | null
  way: BridgeWay
}

/** Whose change is explained is in the URL; while nobody has chosen one that is there, it is the open group's. */
function AskedBridge({ asked, wanted, business, openGroup, way }: AskedBridgeProps) {
  const [{ bridge }, setView] = useQueryStates(viewParsers, { history: 'replace' })
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...bridgeOptions(asked),
    enabled: wanted,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
  if (error) return <BridgeFailure message={error.message} onRetry={() => refetch()} />
  if (!data) return <BridgeSkeleton />
  const isKnown = bridge !== null && (bridge === 'all' || Object.hasOwn(data.groups, bridge))
  return (
    <Bridge
      answer={data}
      asked={isKnown ? bridge : (openGroup ?? 'all')}
      onAsk={(group) => void setView({ bridge: group })}
      busy={isFetching || isPlaceholderData}
      {...{ business, way }}
    />
  )
}

/** What the page's choices ask for; null where nothing is compared or the groups have no customers in common. */
function bridgeParams(params: GroupsParams): BridgeParams | null {
  const { period, from, to, compare, order_type, branch, group_by, group_at } = params
  if (compare === 'none' || group_by === 'visit') return null
  return { period, from, to, compare, order_type, branch, group_by, group_at, as_of: undefined }
}
