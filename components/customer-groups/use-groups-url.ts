'use client'

import { useSearchParams } from 'next/navigation'
import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { GroupsParams } from '@/lib/customer-groups/contract'
import { groupsParsers, type NotUnderstood, notUnderstood, toGroupsParams } from '@/lib/url/groups-url'

/** What to change in the URL; null takes a parameter out, which is its default. */
export type Choices = { [Name in keyof GroupsParams]?: GroupsParams[Name] | null }

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
  const choose = useCallback((choices: Choices) => void setState({ page: null, ...choices }), [setState])
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
