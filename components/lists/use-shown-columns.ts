import { parseAsString, useQueryState } from 'nuqs'
import { useEffect, useState } from 'react'

type ShownColumns = {
  path: string
  names: readonly string[]
  /** What the server shows. */
  shown: readonly string[]
  usual: readonly string[]
}

/**
 * The columns that are shown, and how to show others. The URL has the choice; a visit whose URL names none begins with
 * the last one, which the browser keeps: names of columns and nothing else.
 */
export function useShownColumns({ path, names, shown, usual }: ShownColumns) {
  const [inUrl, setInUrl] = useQueryState(
    'columns',
    parseAsString.withOptions({ shallow: false, history: 'replace', scroll: false }),
  )
  const [current, setCurrent] = useState(shown)
  const shownKey = shown.join()
  useEffect(() => setCurrent(shownKey.split(',')), [shownKey])

  const known = names.join()
  useEffect(() => {
    if (inUrl !== null) return
    const kept = remembered(path, known.split(','))
    if (kept !== null) void setInUrl(kept)
  }, [inUrl, path, known, setInUrl])

  const show = (columns: readonly string[]) => {
    const isUsual = columns.join() === usual.join()
    setCurrent(columns)
    remember(path, isUsual ? null : columns.join())
    void setInUrl(isUsual ? null : columns.join())
  }
  return { current, show }
}

const keyOf = (path: string) => `columns of ${path}`

function remembered(path: string, known: readonly string[]): string | null {
  try {
    const kept = localStorage.getItem(keyOf(path))
    return kept?.split(',').every((name) => known.includes(name)) ? kept : null
  } catch {
    return null
  }
}

/** A browser that keeps nothing still shows what was chosen. */
function remember(path: string, columns: string | null): void {
  try {
    if (columns === null) localStorage.removeItem(keyOf(path))
    else localStorage.setItem(keyOf(path), columns)
  } catch {
    return
  }
}
