'use client'

import { type ReactNode, type RefObject, useId } from 'react'

type DialogProps = { ref: RefObject<HTMLDialogElement | null>; title: string; children: ReactNode }

/** A native modal dialog: Esc, the backdrop and focus work as the browser has them. The opener calls `showModal`. */
export function Dialog({ ref, title, children }: DialogProps) {
  const titleId = useId()
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      closedby="any"
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-box border bg-surface p-5 text-ink"
    >
      <h2 id={titleId} className="font-semibold text-lg tracking-tight">
        {title}
      </h2>
      {children}
    </dialog>
  )
}
