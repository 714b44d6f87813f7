import clsx from 'clsx'

const KINDS = {
  plain: 'border border-line bg-surface hover:border-line-strong',
  quiet: 'hover:bg-raised',
  /** The one thing that a form is for. */
  primary: 'border border-accent bg-accent text-surface hover:opacity-90',
  /** Leads to taking something away. */
  danger: 'border border-line bg-surface text-bad hover:border-bad',
  /** Takes it away. */
  destructive: 'border border-bad bg-bad text-surface hover:opacity-90',
}

/** The look shared by buttons and by links that act like one; every target is at least 40 px high. */
export function buttonStyle(kind: keyof typeof KINDS = 'plain', className?: string): string {
  return clsx(
    'print:hidden inline-flex h-10 items-center justify-center gap-2 rounded-box px-3 text-sm font-medium whitespace-nowrap transition-colors duration-150',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50',
    KINDS[kind],
    className,
  )
}
