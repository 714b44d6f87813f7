'use client'

import { useEffect, useRef } from 'react'

/**
 * Brings the focus to a heading where the button that held it went away by what the reader did. `acted` is called at
 * whatever they do; a change that comes from elsewhere moves nothing.
 */
export function useFocusKept() {
  const heading = useRef<HTMLHeadingElement>(null)
  const hasActed = useRef(false)
  useEffect(() => {
    if (!hasActed.current || document.activeElement !== document.body) return
    hasActed.current = false
    heading.current?.focus()
  })
  const acted = () => {
    hasActed.current = true
  }
  return { heading, acted }
}
