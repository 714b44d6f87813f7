import { keepLive, type LiveNews, type LiveState } from './live-connection'

export type LiveFeed = {
  /** Hears news until the returned function is called; at once, what may have been missed before. */
  hear(onNews: (news: LiveNews) => void): () => void
  state(): LiveState
  /** Is told when the state has changed, until the returned function is called. */
  watch(onState: () => void): () => void
}

/**
 * One stream for all who hear on a page: open while there are some and the tab is shown. A tab that is shown again, or a
 * browser that goes on or off line, opens it anew, and whoever hears learns what may have been missed.
 */
export function makeLiveFeed(open: typeof keepLive = keepLive): LiveFeed {
  const hearers = new Set<(news: LiveNews) => void>()
  const watchers = new Set<() => void>()
  let state: LiveState = 'connecting'
  let since: string | null = null
  let closeStream: (() => void) | null = null
  let leaveWindow = () => {}

  const show = (next: LiveState) => {
    state = next
    for (const onState of watchers) onState()
  }
  const hear = (news: LiveNews) => {
    since = news.news === 'change' ? news.change.at : news.since
    for (const onNews of hearers) onNews(news)
  }
  const close = () => {
    closeStream?.()
    closeStream = null
  }
  const openAnew = () => {
    close()
    if (document.visibilityState === 'visible') closeStream = open({ hear, show })
  }

  return {
    hear: (onNews) => {
      hearers.add(onNews)
      if (hearers.size === 1) {
        leaveWindow = followWindow(openAnew, close)
        openAnew()
      } else if (state === 'live') onNews({ news: 'missed', since })
      return () => {
        hearers.delete(onNews)
        if (hearers.size > 0) return
        leaveWindow()
        close()
        show('connecting')
      }
    },
    state: () => state,
    watch: (onState) => {
      watchers.add(onState)
      return () => void watchers.delete(onState)
    },
  }
}

/** `leave` also when the page is left: a stream that is cut off by that is not lost. */
function followWindow(openAnew: () => void, leave: () => void): () => void {
  const ending = new AbortController()
  const { signal } = ending
  const follow = () => (document.visibilityState === 'visible' ? openAnew() : leave())
  document.addEventListener('visibilitychange', follow, { signal })
  // Without a network an open stream would be silent for long before it counts as lost.
  window.addEventListener('online', openAnew, { signal })
  window.addEventListener('offline', openAnew, { signal })
  window.addEventListener('pagehide', leave, { signal })
  return () => ending.abort()
}
