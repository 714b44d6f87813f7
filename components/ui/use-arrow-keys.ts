'use client'

import { type RefCallback, useCallback } from 'react'

const STEPS: Record<string, { row: number; place: number }> = {
  ArrowLeft: { row: 0, place: -1 },
  ArrowRight: { row: 0, place: 1 },
  ArrowUp: { row: -1, place: 0 },
  ArrowDown: { row: 1, place: 0 },
}

/**
 * The ref of a table or list in which the arrow keys go from link to link: along a row, and to the same place in those
 * beside it. A list whose links are few is one row as a whole, as 'ul'.
 */
export function useArrowKeys(rowSelector: 'tr' | 'li' | 'ul' = 'tr'): RefCallback<HTMLElement> {
  return useCallback(
    (element) => {
      if (!element) return
      const go = (event: KeyboardEvent) => {
        const step = STEPS[event.key]
        const link = event.target
        if (!step || !(link instanceof HTMLAnchorElement) || event.altKey || event.metaKey || event.ctrlKey) return
        const found = element.matches(rowSelector) ? [element] : [...element.querySelectorAll(rowSelector)]
        const rows = found.map((row) => [...row.querySelectorAll('a')])
        const row = rows.findIndex((links) => links.includes(link))
        const next = rows[row + step.row]?.[(rows[row]?.indexOf(link) ?? 0) + step.place]
        if (!next) return
        event.preventDefault()
        next.focus()
      }
      element.addEventListener('keydown', go)
      return () => element.removeEventListener('keydown', go)
    },
    [rowSelector],
  )
}
