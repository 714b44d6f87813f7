import type { ReactNode } from 'react'
import type { SortDirection } from '@/lib/definitions'

/** One column of a list: its name, how it sorts, and what a row shows in it. */
export type ListColumn<Row, Sort extends string> = {
  label: string
  /** The name over the column where it says more than beside a card's value. */
  heading?: string
  /** The sort that the column asks for, and in which direction at first. */
  sort?: { by: Sort; first: SortDirection }
  align?: 'end'
  className?: string
  cell: (row: Row) => ReactNode
}
