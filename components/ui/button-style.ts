import clsx from 'clsx'

/** The look shared by buttons and by links that act like one; every target is at least 40 px high. */
export function buttonStyle(kind: 'plain' | 'quiet' = 'plain', className?: string): string {
  return clsx(
    'inline-flex h-10 items-center justify-center gap-2 rounded-box px-3 text-sm font-medium whitespace-nowrap transition-colors duration-150',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50',
    kind === 'plain' ? 'border border-line bg-surface hover:border-line-strong' : 'hover:bg-raised',
    className,
  )
}
