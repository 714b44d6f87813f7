'use client'

import { useEffect } from 'react'

/** Whether this document has ever shown records: it remembers their pages until it is loaded anew. */
let hasRecords = false

/**
 * Keeps records from outliving the session on a shared screen. A page that the browser kept for Back is blank and asks
 * the server again; and an entry page that was reached without loading a document, as when a session has ended, loads
 * one, so that nothing of before is in memory.
 */
export function StaleDocument({ holds }: { holds: 'records' | 'nothing' }) {
  useEffect(() => {
    if (holds === 'records') hasRecords = true
    else if (hasRecords) window.location.reload()
  }, [holds])
  useEffect(() => {
    if (holds === 'nothing') return
    const { style } = document.documentElement
    const blank = (event: PageTransitionEvent) => {
      if (event.persisted) style.visibility = 'hidden'
    }
    const askAgain = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload()
    }
    window.addEventListener('pagehide', blank)
    window.addEventListener('pageshow', askAgain)
    return () => {
      window.removeEventListener('pagehide', blank)
      window.removeEventListener('pageshow', askAgain)
    }
  }, [holds])
  return null
}
