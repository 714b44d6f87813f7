import { useLayoutEffect, useState } from 'react'
import { keepColumns, keptColumns } from '@/components/ui/kept-columns'
import {
  LIST_COLUMNS,
  type ListColumn,
  type ListKind,
  listKind,
  usualColumns,
} from '@/lib/customer-groups/list-columns'
import type { GroupsParams } from '@/lib/customer-groups/params'

/** Under which name a browser keeps each choice. */
const LISTS: Record<ListKind, string> = {
  period: '/customer-groups',
  before: '/customer-groups without orders',
  both: '/customer-groups of both periods',
  neither: '/customer-groups without orders or comparison',
}

/**
 * The columns of the list of a group's customers and how to show others. This browser keeps the choice, one for each kind
 * of list; a link does not carry it, for it changes no figure.
 */
export function useListColumns(params: Pick<GroupsParams, 'activity' | 'visits' | 'compare'>) {
  const kind = listKind(params)
  const list = LISTS[kind]
  const usual = usualColumns(kind)
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  // Before it is painted, so that an opened panel does not show the usual columns first.
  useLayoutEffect(() => setChosen(keptColumns(list, LIST_COLUMNS)), [list])
  const show = (columns: readonly string[]) => {
    const kept = columns.join() === usual.join() ? null : columns
    setChosen(kept)
    keepColumns(list, kept)
  }
  const shown: readonly ListColumn[] = chosen ? LIST_COLUMNS.filter((name) => chosen.includes(name)) : usual
  return { shown, usual, isUsual: chosen === null, show }
}
