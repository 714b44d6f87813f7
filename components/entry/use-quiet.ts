'use client'

import { useEffect, useState } from 'react'

/** A text once it has stayed the same for so long. */
export function useQuiet(text: string, quietMs: number): string {
  const [quiet, setQuiet] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), quietMs)
    return () => clearTimeout(timer)
  }, [text, quietMs])
  return quiet
}
