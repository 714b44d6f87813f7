'use client'

import { useQueryStates } from 'nuqs'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { explainParsers } from '@/components/customer-groups/url-parsers'
import { explainedIn, type FigureAddress, toExplain } from '@/lib/customer-groups/explanation/address'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { explanationHref } from '@/lib/url/explanation-url'
import type { Choices } from '@/lib/url/groups-url'
import type { ExplainWay } from './explain-context'

const CLOSED = Object.fromEntries(Object.keys(explainParsers).map((name) => [name, null]))

/**
 * The figure that the URL explains, as of the moment that it names or else of the page's. Opening is a step in the
 * browser's history; another figure or page of the same explanation is not, so that Back closes it.
 */
export function useExplanation(params: GroupsParams, asOf: string, pageHref: (choices: Choices) => string) {
  const [state, setState] = useQueryStates(explainParsers, { history: 'push', scroll: false })
  const opened = useRef(false)
  const address = useMemo(() => explainedIn(state), [state])
  const isOpen = state.explain !== null
  useEffect(() => {
    if (!isOpen) opened.current = false
  }, [isOpen])
  const way: ExplainWay = useMemo(
    () => ({
      hrefOf: (target, at = asOf) => explanationHref(pageHref, params, target, at),
      open: (target) => {
        opened.current = true
        void setState(toExplain(target, asOf))
      },
    }),
    [pageHref, params, asOf, setState],
  )
  const close = useCallback(() => {
    // Whoever opened it here goes back to where they were; a link that was shared has nothing behind it.
    if (opened.current) window.history.back()
    else void setState(CLOSED, { history: 'replace' })
  }, [setState])
  const turnTo = useCallback(
    (page: number) => void setState({ explain_page: page }, { history: 'replace' }),
    [setState],
  )
  const shownAsOf = state.explain_as_of ?? asOf
  const lead = useCallback(
    (target: FigureAddress) => void setState(toExplain(target, shownAsOf), { history: 'replace' }),
    [setState, shownAsOf],
  )
  return {
    address,
    asOf: shownAsOf,
    page: state.explain_page,
    way,
    close,
    turnTo,
    lead,
  }
}

export type Explanation = ReturnType<typeof useExplanation>
