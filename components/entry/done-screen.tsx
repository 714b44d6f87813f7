'use client'

import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useEffect, useRef } from 'react'
import { buttonStyle } from '@/components/ui/button-style'

type DoneScreenProps = {
  title: ReactNode
  note: ReactNode
  /** Whether what was saved is what was sent before the last changes. */
  earlier: boolean
  links: readonly { href: string; label: string }[]
  another: string
  onAnother: () => void
}

/** What was saved, read out as it appears, and where to go on from there. */
export function DoneScreen({ title, note, earlier, links, another, onAnother }: DoneScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="mt-4 max-w-160 rounded-box border bg-surface p-4 sm:p-6">
      <CircleCheck aria-hidden="true" className="size-7 text-good" strokeWidth={1.5} />
      <h2 ref={heading} tabIndex={-1} className="mt-2 font-semibold text-lg tracking-tight outline-none wrap-anywhere">
        {title}
      </h2>
      {note && <p className="mt-1 text-ink-soft text-sm wrap-anywhere">{note}</p>}
      {earlier && (
        <p className="mt-2 rounded-box bg-warn-ground px-3 py-2 text-sm text-warn-ink">
          An earlier sending had arrived although its answer was lost. It was saved as it stood then; what you changed
          afterwards was not.
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        {links.map(({ href, label }) => (
          <Link key={href} href={href} prefetch={false} className={buttonStyle()}>
            {label}
          </Link>
        ))}
        <button type="button" onClick={onAnother} className={buttonStyle('primary')}>
          {another}
        </button>
      </div>
    </section>
  )
}
