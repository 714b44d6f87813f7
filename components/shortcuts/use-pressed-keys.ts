'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { type KnownShortcut, readShortcut } from '@/lib/shortcuts'
import { shortcutsAreOn } from './kept-switch'

/** A first key waits so long for the second one. */
const FOLLOWS_MS = 1_500

/** Hears the keys of shortcuts: none while something is typed, chosen or asked in a dialog, and none with a modifier. */
export function usePressedKeys(onShortcut: (shortcut: KnownShortcut) => boolean): void {
  const begun = useRef<{ key: string; at: number } | null>(null)
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (!isForShortcuts(event) || !shortcutsAreOn()) return
    const before = begun.current
    begun.current = null
    const first = before && event.timeStamp - before.at < FOLLOWS_MS ? before.key : null
    const pressed = readShortcut(event.key, first)
    if (pressed && 'begun' in pressed) begun.current = { key: pressed.begun, at: event.timeStamp }
    if (pressed && 'found' in pressed && onShortcut(pressed.found)) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function isForShortcuts({
  target,
  key,
  ctrlKey,
  metaKey,
  altKey,
  repeat,
  isComposing,
  defaultPrevented,
}: KeyboardEvent) {
  if (ctrlKey || metaKey || altKey || repeat || isComposing || defaultPrevented || key.length !== 1) return false
  const typesIn = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
  return !typesIn && document.querySelector('dialog[open]') === null
}
