'use client'

import { useEffect, useState } from 'react'

/** Where a browser does not tell when it is idle, as Safari does not, or is busy for long. */
const SURELY_IDLE_MS = 3_000

/** True from when the browser has had nothing to do for the first time since the component was shown. */
export function useBrowserIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    const note = () => setIdle(true)
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(note, SURELY_IDLE_MS)
      return () => clearTimeout(timer)
    }
    const asked = requestIdleCallback(note, { timeout: SURELY_IDLE_MS })
    return () => cancelIdleCallback(asked)
  }, [])
  return idle
}
