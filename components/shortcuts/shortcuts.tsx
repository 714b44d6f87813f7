'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { Role } from '@/lib/roles'
import { isAllowed, type KnownShortcut } from '@/lib/shortcuts'
import { usePressedKeys } from './use-pressed-keys'
import { doShortcut, useShortcut } from './use-shortcut'

const ShortcutsSheet = dynamic(() => import('./shortcuts-sheet').then((code) => code.ShortcutsSheet), {
  loading: () => <Skeleton className="mt-4 h-96 w-full" />,
})

/** Does what the keys of shortcuts say on every page, and shows the sheet that names them. */
export function Shortcuts({ role }: { role: Role }) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [opened, setOpened] = useState(0)
  useShortcut('help', () => {
    setOpened(opened + 1)
    dialog.current?.showModal()
  })
  usePressedKeys((shortcut) => isAllowed(shortcut, role) && follow(shortcut, (href) => router.push(href)))
  return (
    <Dialog ref={dialog} title="Keyboard shortcuts">
      {opened > 0 && <ShortcutsSheet key={opened} role={role} onClose={() => dialog.current?.close()} />}
    </Dialog>
  )
}

function follow(shortcut: KnownShortcut, go: (href: string) => void): boolean {
  if ('goes' in shortcut) {
    go(shortcut.goes)
    return true
  }
  return shortcut.act === 'search' ? focusSearch() : doShortcut(shortcut.act)
}

/** The search of the page, where it has one. */
function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>('main input[type=search]')
  search?.focus()
  return search !== null
}
