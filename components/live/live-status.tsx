'use client'

import { Clock, Wifi, WifiOff } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { LiveState } from './live-connection'
import type { LiveFeed } from './live-feed'

/** A restart of the server is over sooner than this, and nothing to tell of. */
const LOST_AFTER_MS = 1_000
const SHOWN_MS = 4_000

const WORDS = {
  polling: { icon: Clock, text: 'Too many live pages are open. This one asks every 15 seconds.' },
  lost: { icon: WifiOff, text: 'Connection lost. Trying again …' },
  restored: { icon: Wifi, text: 'Connected again.' },
}

/** Says quietly that changes do not arrive, or late, and when they do again. */
export function LiveStatus({ feed }: { feed: LiveFeed }) {
  const state = useSyncExternalStore(feed.watch, feed.state, () => 'connecting' as const)
  const told = useTold(state)
  const { icon: Icon, text } = WORDS[told ?? 'restored']
  return (
    <div
      role="status"
      className="pointer-events-none fixed bottom-20 left-4 z-40 rounded-box text-sm sm:bottom-4 lg:left-64"
    >
      {told && (
        <p className="flex items-center gap-2 rounded-box border bg-surface px-3 py-2 text-ink-soft shadow-lg">
          <Icon aria-hidden="true" className="size-4" />
          {text}
        </p>
      )}
    </div>
  )
}

/** What there is to tell of a connection in this state; that it is back only where it was told that it was not there. */
function useTold(state: LiveState): keyof typeof WORDS | null {
  const [told, setTold] = useState<keyof typeof WORDS | null>(null)
  useEffect(() => {
    if (state !== 'lost') {
      if (state === 'polling') setTold('polling')
      else setTold((before) => (before !== null && state === 'live' ? 'restored' : null))
      return
    }
    const timer = setTimeout(() => setTold('lost'), LOST_AFTER_MS)
    return () => clearTimeout(timer)
  }, [state])
  useEffect(() => {
    if (told !== 'restored') return
    const timer = setTimeout(() => setTold(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [told])
  return told
}
