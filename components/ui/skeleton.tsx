import clsx from 'clsx'

/** A quiet block of the size of what is coming; `className` gives the size. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={clsx('block animate-pulse rounded bg-raised', className)} />
}
