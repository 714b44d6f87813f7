'use client'

import { useState } from 'react'
import { useLiveChanges } from './live-provider'
import { hearNews, NOTHING_HEARD, wordsForHeard } from './pending-changes'
import { useWhenIdle } from './use-when-idle'

/** Figures that are this new nobody has begun to read. */
const OPENING_MS = 3_000

type LiveUpdates = {
  /** The instant that the figures shown are of; undefined while there are none. */
  asOf: string | undefined
  /** False where the reader has chosen a moment: nothing then updates by itself, nor is there anything to tell. */
  follows: boolean
  busy: boolean
  failed: boolean
  refresh: () => void
}

/**
 * Keeps figures up to date: resolves to the words for what was changed since, or may have been, which the reader can
 * fetch; it is fetched without being asked when the reader is idle. What was missed before the page was open, or while
 * there are no figures, is fetched at once.
 */
export function useLiveUpdates({ asOf, follows, busy, failed, refresh }: LiveUpdates): string | null {
  const [openedAt] = useState(() => performance.now())
  const [heard, setHeard] = useState(NOTHING_HEARD)
  useLiveChanges((news) => {
    const isUnread = asOf === undefined || performance.now() - openedAt < OPENING_MS
    if (news.news === 'missed' && isUnread) {
      if (asOf === undefined || wordsForHeard(hearNews(NOTHING_HEARD, news, asOf), asOf) !== null) refresh()
    } else setHeard((before) => hearNews(before, news, asOf))
  }, follows)
  const words = follows ? wordsForHeard(heard, asOf) : null
  useWhenIdle(words !== null && !busy && !failed, refresh)
  return words
}
