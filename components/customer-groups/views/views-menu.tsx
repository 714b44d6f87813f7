'use client'

import { Bookmark } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { FormAction } from '@/lib/form-state'
import type { SavedView } from '@/lib/views/saved-view'

const ViewsSheet = dynamic(() => import('./views-sheet').then((code) => code.ViewsSheet), {
  loading: () => <Skeleton className="mt-4 h-56 w-full" />,
})

export type OwnViews = { views: readonly SavedView[]; change: FormAction; personId: string }

/** The person's own views, to be opened, kept and changed; what they hold is loaded when they are asked for. */
export function ViewsMenu({ own }: { own: OwnViews }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [opened, setOpened] = useState(0)
  return (
    <>
      <button
        type="button"
        aria-label="Saved views"
        title="Saved views"
        onClick={() => {
          setOpened(opened + 1)
          dialog.current?.showModal()
        }}
        className={buttonStyle('plain', 'max-sm:w-10 max-sm:px-0')}
      >
        <Bookmark aria-hidden="true" className="size-4" />
        <span className="max-sm:hidden">Views</span>
      </button>
      <Dialog ref={dialog} title="Saved views">
        {opened > 0 && <ViewsSheet key={opened} own={own} onOpen={() => dialog.current?.close()} />}
      </Dialog>
    </>
  )
}
