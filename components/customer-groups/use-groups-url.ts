'use client'

import { useSearchParams } from 'next/navigation'
import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { GroupsParams } from '@/lib/customer-groups/contract'
import {
  type Choices,
  groupsParsers,
  type NotUnderstood,
  notUnderstood,
  toGroupsParams,
  toGroupsUrl,
} from '@/lib/url/groups-url'
import { settleChoices } from '@/lib/url/settle-choices'

export type GroupsUrl = {
  params: GroupsParams
  rubbish: NotUnderstood[]
  /** A choice is a step in the browser's history; typing is not. */
  choose: (choices: Choices) => void
  type: (q: string) => void
  backToNow: () => void
}

/** The page's choices, all of them in the URL. A branch that does not exist reads as all of them, and is named. */
export function useGroupsUrl(branchCodes: readonly string[]): GroupsUrl {
  const [state, setState] = useQueryStates(groupsParsers, { history: 'push' })
  const searchParams = useSearchParams()
  const branchKnown = state.branch === 'all' || branchCodes.includes(state.branch)
  const params = useMemo(() => toGroupsParams(branchKnown ? state : { ...state, branch: 'all' }), [state, branchKnown])
  const rubbish = notUnderstood(searchParams)
  const choose = useCallback(
    (choices: Choices) => void setState((before) => ({ page: null, ...toGroupsUrl(settleChoices(before, choices)) })),
    [setState],
  )
  const type = useCallback((q: string) => void setState({ q, page: null }, { history: 'replace' }), [setState])
  const backToNow = useCallback(() => void setState({ as_of: null, page: null }), [setState])
  return {
    params,
    rubbish: branchKnown ? rubbish : [...rubbish, { name: 'branch', value: state.branch }],
    choose,
    type,
    backToNow,
  }
}
