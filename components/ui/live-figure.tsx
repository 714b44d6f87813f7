'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type LiveFigureProps = { value: number | null; scope: string; children: ReactNode }

/**
 * Marks a figure for a moment when it changes while `scope` (the question asked) stays the same: new records, not
 * another choice.
 */
export function LiveFigure({ value, scope, children }: LiveFigureProps) {
  const element = useRef<HTMLSpanElement>(null)
  const shown = useRef({ value, scope })
  useEffect(() => {
    const before = shown.current
    shown.current = { value, scope }
    if (before.scope !== scope || before.value === value) return
    const marked = element.current
    marked?.classList.add('figure-changed')
    return () => marked?.classList.remove('figure-changed')
  }, [value, scope])
  return (
    <span ref={element} className="rounded-sm">
      {children}
    </span>
  )
}
