'use client'

import { Keyboard } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import { doShortcut } from './use-shortcut'

/** The way to the shortcuts for whoever does not know the key. */
export function ShortcutsButton() {
  return (
    <button
      type="button"
      onClick={() => doShortcut('help')}
      className={buttonStyle('quiet', 'justify-start px-2.5 text-ink-soft hover:text-ink')}
    >
      <Keyboard aria-hidden="true" className="size-4" />
      Keyboard shortcuts
    </button>
  )
}
