'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { FailedField } from '@/lib/failure'
import type { KeptDraft } from './use-draft'

/** What the fields of a form need: their texts, what is wrong with them, and where a change goes. */
export type EntryFields<Field extends string> = {
  text: (field: Field) => string
  problem: (field: Field) => string | null
  change: (field: Field, text: string) => void
}

/**
 * The fields of a draft with what was found wrong: the first of these is focused, and one that is changed is no longer
 * wrong. Whoever comes to another `place` of the form reads on from its heading.
 */
export function useEntryForm<Field extends string>({ draft, update }: KeptDraft<Field>, place: string) {
  const [problems, setProblems] = useState<readonly FailedField[]>([])
  const [told, setTold] = useState<readonly FailedField[]>([])
  const form = useRef<HTMLFormElement>(null)
  const shownPlace = useRef(place)
  // Told once: a field that is put right moves the reader nowhere.
  useEffect(() => {
    const arrived = shownPlace.current !== place
    shownPlace.current = place
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector)
    const wrong = told.length > 0 ? find('[aria-invalid=true]') : null
    const next = wrong ?? (arrived ? find('h2[tabindex]') : null)
    next?.focus()
  }, [told, place])
  const tell = useCallback((found: readonly FailedField[]) => {
    setProblems(found)
    setTold(found)
  }, [])
  const change = useCallback(
    (field: Field, text: string) => {
      update((before) => ({ ...before, texts: { ...before.texts, [field]: text } }))
      setProblems((shown) =>
        shown.some(({ name }) => name === field) ? shown.filter(({ name }) => name !== field) : shown,
      )
    },
    [update],
  )
  const fields: EntryFields<Field> = {
    text: (field) => draft?.texts[field] ?? '',
    problem: (field) => problems.find(({ name }) => name === field)?.message ?? null,
    change,
  }
  return { form, fields, problems, tell }
}

/** The fields of a part of a form, whose names there begin with `prefix`. */
export function partOf<Part extends string, Prefix extends string>(
  fields: EntryFields<`${Prefix}${Part}`>,
  prefix: Prefix,
): EntryFields<Part> {
  return {
    text: (field) => fields.text(`${prefix}${field}`),
    problem: (field) => fields.problem(`${prefix}${field}`),
    change: (field, text) => fields.change(`${prefix}${field}`, text),
  }
}
