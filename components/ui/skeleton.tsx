import clsx from 'clsx'

/**
 * A quiet block of the size of what is coming; `className` gives the size. It rests after half a minute: what waits
 * below the screen until it is asked for must not repaint a page for as long as that is open.
 */
export function Skeleton({ className }: { className: string }) {
  const style = 'block animate-pulse [animation-iteration-count:15] rounded bg-raised'
  return <span aria-hidden="true" className={clsx(style, className)} />
}
