'use client'

import { type RefObject, useEffect } from 'react'

const STEPS: Record<string, { row: number; place: number }> = {
  ArrowLeft: { row: 0, place: -1 },
  ArrowRight: { row: 0, place: 1 },
  ArrowUp: { row: -1, place: 0 },
  ArrowDown: { row: 1, place: 0 },
}

/** Lets the arrow keys go from link to link of a table or list: along a row, and to the same place in those beside it. */
export function useArrowKeys(table: RefObject<HTMLElement | null>, rowSelector: 'tr' | 'li' = 'tr'): void {
  useEffect(() => {
    const element = table.current
    const go = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      const link = event.target
      if (!step || !element || !(link instanceof HTMLAnchorElement) || event.altKey || event.metaKey || event.ctrlKey)
        return
      const rows = [...element.querySelectorAll(rowSelector)].map((row) => [...row.querySelectorAll('a')])
      const row = rows.findIndex((links) => links.includes(link))
      const next = rows[row + step.row]?.[(rows[row]?.indexOf(link) ?? 0) + step.place]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    element?.addEventListener('keydown', go)
    return () => element?.removeEventListener('keydown', go)
  }, [table, rowSelector])
}
