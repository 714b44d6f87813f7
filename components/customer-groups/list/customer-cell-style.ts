import clsx from 'clsx'
import type { ColumnMeta } from './customer-columns'

/** The look that a column's header shares with its cells; `fits` where spare columns step back when it is narrow. */
export function customerCellStyle(meta: ColumnMeta | undefined, fits: boolean): string {
  return clsx(
    'md:px-2 md:first:pl-4 md:last:pr-4',
    meta?.align === 'end' && 'md:text-right',
    fits && meta?.spare === 'narrow' && 'md:@max-5xl:hidden',
    fits && meta?.spare === 'narrower' && 'md:@max-4xl:hidden',
  )
}

/** A value with its column's name beside it, where rows are cards. */
export function cardCellStyle(meta: ColumnMeta | undefined): string {
  return clsx(
    'max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-2 max-md:py-0.5 max-md:before:shrink-0 max-md:before:font-normal max-md:before:text-ink-soft max-md:before:text-xs max-md:before:content-[attr(data-label)]',
    meta?.wide === 'phone' && 'max-md:col-span-2',
    meta?.wide === 'small phone' && 'max-[24rem]:col-span-2',
  )
}
