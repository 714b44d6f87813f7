'use client'

import { useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { OptionCard } from '@/components/ui/option-card'
import type { Role } from '@/lib/roles'
import { isAllowed, SHORTCUTS } from '@/lib/shortcuts'
import { shortcutsAreOn, switchShortcuts } from './kept-switch'

/** What each key does, and whether keys do anything at all in this browser. */
export function ShortcutsSheet({ role, onClose }: { role: Role; onClose: () => void }) {
  const [on, setOn] = useState(shortcutsAreOn)
  return (
    <>
      <dl className="mt-3">
        {SHORTCUTS.filter((shortcut) => isAllowed(shortcut, role)).map(({ keys, does }) => (
          <div key={does} className="flex min-h-9 items-center justify-between gap-4 border-t text-sm first:border-t-0">
            <dt className={on ? undefined : 'text-ink-soft'}>{does}</dt>
            <dd className="flex shrink-0 items-center gap-1">
              {keys.map((key, place) => (
                <span key={key} className="flex items-center gap-1">
                  {place > 0 && <span className="text-ink-soft text-xs">then</span>}
                  <kbd className="min-w-7 rounded border border-line-strong px-1.5 py-0.5 text-center font-mono text-xs">
                    {key}
                  </kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
        <div className="flex min-h-9 items-center justify-between gap-4 border-t text-sm">
          <dt>Close what is open</dt>
          <dd>
            <kbd className="rounded border border-line-strong px-1.5 py-0.5 font-mono text-xs">Esc</kbd>
          </dd>
        </div>
      </dl>
      <div className="-mx-2.5 mt-3">
        <OptionCard
          type="checkbox"
          title="Use these keys"
          checked={on}
          onChange={({ target }) => {
            setOn(target.checked)
            switchShortcuts(target.checked)
          }}
        />
      </div>
      <p className="mt-1 text-ink-soft text-xs">
        They do nothing while you type. This browser remembers the choice; Esc always works.
      </p>
      <div className="mt-4 flex justify-end">
        <button type="button" onClick={onClose} className={buttonStyle('primary')}>
          Done
        </button>
      </div>
    </>
  )
}
