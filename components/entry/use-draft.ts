'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { blankDraft, type Draft, readDraft } from '@/lib/entry/draft'
import { type DraftKind, keepDraft, keptDraft } from './draft-storage'

type DraftOptions<Field extends string> = {
  kind: DraftKind
  personId: string
  fields: readonly Field[]
  known: Partial<Record<Field, string>>
  /** Whether the draft that is kept is to be gone on with; otherwise a new one begins. */
  goesOn?: (draft: Draft<Field>) => boolean
}

export type KeptDraft<Field extends string> = {
  /** Null until the browser has read it. */
  draft: Draft<Field> | null
  /** Changes it, and keeps it before this returns. */
  update: (change: (draft: Draft<Field>) => Draft<Field>) => void
  /** Begins anew, under another key. */
  restart: (known?: Partial<Record<Field, string>>) => void
  /** Drops what is kept, as the page is left for good. */
  forget: () => void
}

/** What is typed, kept in the tab so that a reload changes nothing: the texts and the key under which they are sent. */
export function useDraft<Field extends string>(options: DraftOptions<Field>): KeptDraft<Field> {
  const { kind, personId, fields } = options
  const first = useRef(options)
  const current = useRef<Draft<Field> | null>(null)
  const [draft, setDraft] = useState<Draft<Field> | null>(null)
  const show = useCallback((next: Draft<Field>) => {
    current.current = next
    setDraft(next)
  }, [])
  // A draft in which nothing was typed yet is not kept.
  const restart = useCallback(
    (known: Partial<Record<Field, string>> = first.current.known) => {
      keepDraft(kind, personId, null)
      show(blankDraft(fields, known))
    },
    [kind, personId, fields, show],
  )
  useEffect(() => {
    const { goesOn = () => true } = first.current
    const kept = readDraft(fields, keptDraft(kind, personId))
    if (kept && goesOn(kept)) show(kept)
    else restart()
  }, [kind, personId, fields, show, restart])
  const update = useCallback(
    (change: (draft: Draft<Field>) => Draft<Field>) => {
      if (!current.current) return
      const next = change(current.current)
      keepDraft(kind, personId, JSON.stringify(next))
      show(next)
    },
    [kind, personId, show],
  )
  const forget = useCallback(() => keepDraft(kind, personId, null), [kind, personId])
  return { draft, update, restart, forget }
}
