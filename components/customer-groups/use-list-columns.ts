import { useLayoutEffect, useState } from 'react'
import { keepColumns, keptColumns } from '@/components/ui/kept-columns'
import { LIST_COLUMNS, type ListColumn, usualColumns } from '@/lib/customer-groups/list-columns'
import { type Activity, showsOrders } from '@/lib/definitions'

/**
 * The columns of the list of a group's customers and how to show others. This browser keeps the choice, and one of its
 * own for the lists of those without an order; a link does not carry it, for it changes no figure.
 */
export function useListColumns(activity: Activity) {
  const list = showsOrders(activity) ? '/customer-groups' : '/customer-groups without orders'
  const usual = usualColumns(activity)
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
