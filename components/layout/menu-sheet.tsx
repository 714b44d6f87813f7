'use client'

import { Menu, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { buttonStyle } from '@/components/ui/button-style'

/** The navigation below 1024 px: a native dialog from the left, so that Esc, focus and the backdrop just work. */
export function MenuSheet({ children }: { children: ReactNode }) {
  const sheet = useRef<HTMLDialogElement>(null)
  const pathname = usePathname()
  useEffect(() => {
    if (pathname) sheet.current?.close()
  }, [pathname])
  return (
    <>
      <button
        type="button"
        aria-label="Open the menu"
        onClick={() => sheet.current?.showModal()}
        className={buttonStyle('quiet', 'w-10 px-0')}
      >
        <Menu aria-hidden="true" className="size-5" />
      </button>
      <dialog
        ref={sheet}
        aria-label="Menu"
        closedby="any"
        className="m-0 h-dvh max-h-none w-72 max-w-[85vw] border-r bg-surface text-ink"
      >
        <div className="flex h-full flex-col">
          <button
            type="button"
            aria-label="Close the menu"
            onClick={() => sheet.current?.close()}
            className={buttonStyle('quiet', 'absolute top-2 right-2 w-10 px-0')}
          >
            <X aria-hidden="true" className="size-5" />
          </button>
          {children}
        </div>
      </dialog>
    </>
  )
}
