'use client'

import { useCallback, useEffect, useRef } from 'react'
import { cardLinkId } from './group-card-head'

/**
 * Where the eye and the focus go as a group opens and closes: to its panel when its card was pressed (not when a link
 * or Back opened it), and back to its card when the panel that had the focus closes, however it was closed. Esc closes it.
 * `follow` leads to the panel of a group that something other than its card opens.
 */
export function useOpenGroup(openGroup: string | null, open: (group: string | null) => void) {
  const panelRef = useRef<HTMLElement>(null)
  const pressed = useRef<string | null>(null)
  const before = useRef(openGroup)

  useEffect(() => {
    const closed = before.current
    before.current = openGroup
    if (openGroup !== null && pressed.current === openGroup) reveal(panelRef.current)
    const focusIsLost = document.activeElement === document.body
    if (openGroup === null && closed !== null && focusIsLost) document.getElementById(cardLinkId(closed))?.focus()
    pressed.current = null
  }, [openGroup])

  useEffect(() => {
    if (openGroup === null) return
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !hasItsOwnUse(event)) open(null)
    }
    document.addEventListener('keydown', closeOnEscape)
    return () => document.removeEventListener('keydown', closeOnEscape)
  }, [openGroup, open])

  const follow = useCallback(
    (group: string) => {
      if (group === openGroup) reveal(panelRef.current)
      else pressed.current = group
    },
    [openGroup],
  )
  const press = useCallback(
    (group: string) => {
      follow(group)
      if (group !== openGroup) open(group)
    },
    [openGroup, open, follow],
  )
  return { panelRef, press, follow }
}

/** In a search box with text the first Esc empties it, and in a dialog it closes that. */
function hasItsOwnUse({ target, defaultPrevented }: KeyboardEvent): boolean {
  const empties = target instanceof HTMLInputElement && target.type === 'search' && target.value !== ''
  return defaultPrevented || empties || document.querySelector('dialog[open]') !== null
}

function reveal(panel: HTMLElement | null): void {
  panel?.focus({ preventScroll: true })
  // At once: a smooth scroll takes longer than any motion here may.
  panel?.scrollIntoView({ block: 'start' })
}
