'use client'

import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react'
import { useBrowserIdle } from '@/components/ui/use-browser-idle'
import type { LiveNews } from './live-connection'
import { type LiveFeed, makeLiveFeed } from './live-feed'
import { LiveStatus } from './live-status'

const FeedContext = createContext<LiveFeed | null>(null)

/** Gives the pages inside one stream of changes, open while any of them hears it, and says when it is lost. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [feed] = useState(() => makeLiveFeed())
  return (
    <FeedContext value={feed}>
      {children}
      <LiveStatus feed={feed} />
    </FeedContext>
  )
}

/**
 * Hears what is changed while the component is shown and `follows`, from when the browser is idle on: what was missed before
 * is then told. Without a provider, nothing.
 */
export function useLiveChanges(onNews: (news: LiveNews) => void, follows = true): void {
  const feed = useContext(FeedContext)
  const idle = useBrowserIdle()
  const hear = useEffectEvent(onNews)
  useEffect(() => (follows && idle ? feed?.hear((news) => hear(news)) : undefined), [feed, follows, idle])
}
