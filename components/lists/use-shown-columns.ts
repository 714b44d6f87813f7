import { parseAsString, useQueryState } from 'nuqs'
import { useEffect, useState } from 'react'
import { keepColumns, keptColumns } from '@/components/ui/kept-columns'

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
    const kept = keptColumns(path, known.split(','))
    if (kept !== null) void setInUrl(kept.join())
  }, [inUrl, path, known, setInUrl])

  const show = (columns: readonly string[]) => {
    const isUsual = columns.join() === usual.join()
    setCurrent(columns)
    keepColumns(path, isUsual ? null : columns)
    void setInUrl(isUsual ? null : columns.join())
  }
  return { current, show }
}
