'use client'

import { useState } from 'react'
import type { ToldChange } from '@/lib/live/events'
import { useLiveChanges } from './live-provider'
import { changesAfter, wordsForChanges } from './pending-changes'
import { useWhenIdle } from './use-when-idle'

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
 * Keeps figures up to date: resolves to the words for what was changed since, which the reader can fetch; it is fetched
 * without being asked when the reader is idle, and at once when changes may have been missed.
 */
export function useLiveUpdates({ asOf, follows, busy, failed, refresh }: LiveUpdates): string | null {
  const [heard, setHeard] = useState<readonly ToldChange[]>([])
  useLiveChanges((news) => {
    if (news.news === 'change') setHeard((before) => [...pendingOf(before, asOf), news.change])
    else if (isOlder(asOf, news.since)) refresh()
  }, follows)
  const words = follows ? wordsForChanges(pendingOf(heard, asOf)) : null
  useWhenIdle(words !== null && !busy && !failed, refresh)
  return words
}

const pendingOf = (heard: readonly ToldChange[], asOf: string | undefined) =>
  asOf === undefined ? heard : changesAfter(heard, asOf)

/** Whether figures may lack something that was changed at `since`; an unknown instant may be any. */
function isOlder(asOf: string | undefined, since: string | null): boolean {
  return asOf === undefined || since === null || Date.parse(asOf) <= Date.parse(since)
}
