'use client'

import { type RefCallback, useCallback } from 'react'

const STEPS: Record<string, { row: number; place: number }> = {
  ArrowLeft: { row: 0, place: -1 },
  ArrowRight: { row: 0, place: 1 },
  ArrowUp: { row: -1, place: 0 },
  ArrowDown: { row: 1, place: 0 },
}

/**
 * The ref of a table or list in which the arrow keys go from link to link: along a row, and to the same place in the next
 * that has one there. A list whose links are few is one row as a whole, as 'ul'.
 */
export function useArrowKeys(rowSelector: 'tr' | 'li' | 'ul' = 'tr'): RefCallback<HTMLElement> {
  return useCallback(
    (element) => {
      if (!element) return
      const go = (event: KeyboardEvent) => {
        const step = STEPS[event.key]
        const link = event.target
        if (!step || !(link instanceof HTMLAnchorElement) || event.altKey || event.metaKey || event.ctrlKey) return
        const rows = element.matches(rowSelector) ? [element] : [...element.querySelectorAll(rowSelector)]
        const row = rows.find((one) => one.contains(link))
        if (!row) return
        const links = linksIn(row)
        const next = step.row === 0 ? links[links.indexOf(link) + step.place] : beside(rows, row, step.row, link)
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

/** A column that steps back where it is narrow has links that can not be reached. */
const linksIn = (element: Element | undefined) =>
  [...(element?.querySelectorAll('a') ?? [])].filter((link) => link.checkVisibility())

function beside(rows: Element[], from: Element, step: number, link: HTMLAnchorElement): HTMLAnchorElement | undefined {
  for (let at = rows.indexOf(from) + step; rows[at]; at += step) {
    const found = inSamePlace(from, rows[at], link)
    if (found) return found
  }
}

/**
 * In a table that is the same column, and there the same link, or the last where it has fewer. In a list places count from
 * the end: what a row begins with may lead nowhere.
 */
function inSamePlace(row: Element, other: Element | undefined, link: HTMLAnchorElement): HTMLAnchorElement | undefined {
  const cell = link.closest<HTMLTableCellElement>('td, th')
  const own = linksIn(cell ?? row)
  if (!cell) return linksIn(other).at(own.indexOf(link) - own.length)
  const column = other instanceof HTMLTableRowElement ? other.cells[cell.cellIndex] : undefined
  const links = linksIn(column)
  return links[own.indexOf(link)] ?? links.at(-1)
}
