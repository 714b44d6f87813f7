'use client'

import { useEffect, useEffectEvent } from 'react'
import type { ShortcutAct } from '@/lib/shortcuts'

/** What the shown page does for each shortcut; the newest that is shown has it. */
const acts = new Map<ShortcutAct, () => void>()

/** Offers what a shortcut does, as long as the component is shown. */
export function useShortcut(act: ShortcutAct, run: () => void): void {
  const latest = useEffectEvent(run)
  useEffect(() => {
    const mine = () => latest()
    acts.set(act, mine)
    return () => {
      if (acts.get(act) === mine) acts.delete(act)
    }
  }, [act])
}

/** Does what is offered for a shortcut; false where the page has nothing. */
export function doShortcut(act: ShortcutAct): boolean {
  const run = acts.get(act)
  run?.()
  return run !== undefined
}
