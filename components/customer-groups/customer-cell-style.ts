import clsx from 'clsx'
import type { ColumnMeta } from './customer-columns'

/** The look that a column's header shares with its cells. */
export function customerCellStyle(meta: ColumnMeta | undefined): string {
  return clsx(
    'md:px-2 md:first:pl-4 md:last:pr-4',
    meta?.align === 'end' && 'md:text-right',
    meta?.spare && 'md:@max-4xl:hidden',
  )
}
