'use client'

import { useSearchParams } from 'next/navigation'
import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { GroupsParams } from '@/lib/customer-groups/params'
import {
  type Choices,
  groupsPageHref,
  groupsPageQuery,
  type NotUnderstood,
  notUnderstood,
  toGroupsParams,
  toGroupsUrl,
} from '@/lib/url/groups-url'
import { lastChoiceCookie } from '@/lib/url/last-choice'
import { settleChoices } from '@/lib/url/settle-choices'
import { groupsParsers, viewParsers } from './url-parsers'

export type GroupsUrl = {
  params: GroupsParams
  rubbish: NotUnderstood[]
  /** A choice is a step in the browser's history; typing is not. */
  choose: (choices: Choices) => void
  type: (q: string) => void
  backToNow: () => void
  /** The address of the page under other choices; how figures over time and their change are shown stays. */
  href: (params: Choices) => string
  /** The query of the page as it is, with its question mark, or nothing. */
  query: string
}

/** The page's choices, all of them in the URL; the person's browser remembers those that they made here. A branch that does not exist reads as all of them, and is named. */
export function useGroupsUrl(branchCodes: readonly string[], personId: string): GroupsUrl {
  const [state, setState] = useQueryStates(groupsParsers, { history: 'push' })
  const [view, setView] = useQueryStates(viewParsers)
  const searchParams = useSearchParams()
  const branchKnown = state.branch === 'all' || branchCodes.includes(state.branch)
  const params = useMemo(() => toGroupsParams(branchKnown ? state : { ...state, branch: 'all' }), [state, branchKnown])
  const rubbish = notUnderstood(searchParams)
  const groupBy = state.group_by
  const choose = useCallback(
    (choices: Choices) => {
      const chosen = setState((before) => ({ page: null, ...toGroupsUrl(settleChoices(before, choices)) }))
      void chosen.then((search) => {
        // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the newer way to set one.
        document.cookie = lastChoiceCookie(personId, search.toString())
      })
      // Whose change is explained, and what is not drawn, may be no group of these.
      const othersByBranch = 'branch' in choices && groupBy === 'branch'
      if ('group_by' in choices || othersByBranch) void setView({ bridge: null, hidden: null })
    },
    [setState, setView, groupBy, personId],
  )
  const type = useCallback((q: string) => void setState({ q, page: null }, { history: 'replace' }), [setState])
  const backToNow = useCallback(() => void setState({ as_of: null, page: null }), [setState])
  return {
    params,
    rubbish: branchKnown ? rubbish : [...rubbish, { name: 'branch', value: state.branch }],
    choose,
    type,
    backToNow,
    href: useCallback((other: Choices) => groupsPageHref(other, view), [view]),
    query: useMemo(() => groupsPageQuery(params, view), [params, view]),
  }
}
