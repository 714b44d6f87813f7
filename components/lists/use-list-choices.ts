'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useCallback, useTransition } from 'react'

/** What to change in the URL; null takes a parameter out, which is its default. */
export type ListChanges = Record<string, string | null>

/**
 * The named choices of a list, as its URL has them, and how to change them: the server then makes the list anew. A choice
 * is a step in the browser's history unless it says otherwise. Every change leads to the first page.
 */
export function useListChoices(names: readonly string[]) {
  const [pending, startTransition] = useTransition()
  const parsers = Object.fromEntries([...names, 'page'].map((name) => [name, parseAsString]))
  const [chosen, setChosen] = useQueryStates(parsers, { shallow: false, history: 'push', startTransition })
  const choose = useCallback(
    (changes: ListChanges, history: 'push' | 'replace' = 'push') =>
      void setChosen({ page: null, ...changes }, { history }),
    [setChosen],
  )
  return { chosen, choose, pending }
}
