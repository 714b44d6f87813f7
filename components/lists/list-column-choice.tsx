'use client'

import { type Column, ColumnChoice } from '@/components/ui/column-choice'
import { useShownColumns } from './use-shown-columns'

type ListColumnChoiceProps = {
  path: string
  /** All columns in their order; the first is always shown. */
  all: readonly Column[]
  shown: readonly string[]
  /** Those that are shown to somebody who has not chosen. */
  usual: readonly string[]
}

/** Which columns a list shows: in its URL, and remembered in this browser for the next visit. */
export function ListColumnChoice({ path, all, shown, usual }: ListColumnChoiceProps) {
  const names = all.map(({ name }) => name)
  const { current, show } = useShownColumns({ path, names, shown, usual })
  return <ColumnChoice all={all} current={current} usual={usual} onShow={show} />
}
