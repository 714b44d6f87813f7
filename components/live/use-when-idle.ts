'use client'

import { useEffect, useEffectEvent, useRef } from 'react'

const IDLE_MS = 5_000
const LOOK_AGAIN_MS = 1_000
const ACTIVITIES = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'wheel', 'touchmove', 'focusin']

/**
 * Calls `act` when something is `waiting`, the tab is shown and the reader has done nothing for 5 s, nor writes in a field;
 * at most every 5 s, and after a moment of its own, so that a hundred idle pages do not ask at once.
 */
export function useWhenIdle(waiting: boolean, act: () => void): void {
  const busyUntil = useRef(0)
  const onIdle = useEffectEvent(act)
  useEffect(() => {
    const note = () => {
      busyUntil.current = performance.now() + IDLE_MS
    }
    note()
    for (const type of ACTIVITIES) document.addEventListener(type, note, { capture: true, passive: true })
    return () => {
      for (const type of ACTIVITIES) document.removeEventListener(type, note, { capture: true })
    }
  }, [])
  useEffect(() => {
    if (!waiting) return
    const look = () => {
      const left = busyUntil.current - performance.now()
      if (left > 0 || isOccupied()) {
        timer = setTimeout(look, Math.max(left, LOOK_AGAIN_MS))
        return
      }
      busyUntil.current = performance.now() + IDLE_MS
      onIdle()
    }
    let timer = setTimeout(look, LOOK_AGAIN_MS * (1 + Math.random()))
    return () => clearTimeout(timer)
  }, [waiting])
}

/** A closed list of choices holds nothing half written, but a field for text may. */
function isOccupied(): boolean {
  const { activeElement, visibilityState } = document
  return visibilityState !== 'visible' || activeElement?.matches('input, textarea, [contenteditable]') === true
}
