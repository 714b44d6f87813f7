'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { blankDraft, type Draft, readDraft } from '@/lib/entry/draft'
import { type DraftPlace, dropDraft, keepDraft, keptDraft, moveDraft } from './draft-storage'

type DraftOptions<Field extends string> = DraftPlace & {
  fields: readonly Field[]
  known: Partial<Record<Field, string>>
  /** Whether the draft that is kept for nobody in particular is gone on with; otherwise a new one begins. */
  goesOn?: (draft: Draft<Field>) => boolean
}

export type KeptDraft<Field extends string> = {
  /** Null until the browser has read it. */
  draft: Draft<Field> | null
  /** Changes it, and keeps it before this returns. */
  update: (change: (draft: Draft<Field>) => Draft<Field>) => void
  /** Begins anew, under another key; the draft that was here is dropped. */
  restart: () => void
  /** Keeps it from now on as one that is about somebody, or about nobody in particular. */
  moveTo: (about: string | null) => void
  /** Drops what is kept under a key, as the page is left for good. */
  forget: (key: string) => void
}

/** What is typed, kept in the tab so that a reload changes nothing: the texts and the key under which they are sent. */
export function useDraft<Field extends string>(options: DraftOptions<Field>): KeptDraft<Field> {
  const { kind, personId, fields } = options
  const first = useRef(options)
  const about = useRef(options.about)
  const current = useRef<Draft<Field> | null>(null)
  const [draft, setDraft] = useState<Draft<Field> | null>(null)
  const show = useCallback((next: Draft<Field>) => {
    current.current = next
    setDraft(next)
  }, [])
  const begin = useCallback(() => show(blankDraft(fields, first.current.known)), [fields, show])
  useEffect(() => {
    const { goesOn = () => true } = first.current
    const read = (whose: string | null) => readDraft(fields, keptDraft({ kind, personId, about: whose }))
    const own = about.current === null ? null : read(about.current)
    if (own) return show(own)
    const loose = read(null)
    if (!loose || !goesOn(loose)) return begin()
    about.current = null
    show(loose)
  }, [kind, personId, fields, show, begin])
  const update = useCallback(
    (change: (draft: Draft<Field>) => Draft<Field>) => {
      if (!current.current) return
      const next = change(current.current)
      // Under another key it is another draft, and this one is done with.
      if (next.key !== current.current.key) dropDraft(current.current.key)
      keepDraft({ kind, personId, about: about.current }, next)
      show(next)
    },
    [kind, personId, show],
  )
  // A draft in which nothing was typed yet is not kept.
  const restart = useCallback(() => {
    if (current.current) dropDraft(current.current.key)
    begin()
  }, [begin])
  const moveTo = useCallback(
    (next: string | null) => {
      if (!current.current || next === about.current) return
      const place = { kind, personId }
      if (moveDraft({ ...place, about: about.current }, { ...place, about: next }, current.current))
        about.current = next
    },
    [kind, personId],
  )
  return { draft, update, restart, moveTo, forget: dropDraft }
}
