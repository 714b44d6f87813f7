import clsx from 'clsx'

/** The look shared by everything that is typed into; 16 px on a phone, so that it does not zoom in. */
export function inputStyle(className?: string): string {
  return clsx(
    'h-10 w-full rounded-box border border-line-strong bg-surface px-3 text-base md:text-sm transition-colors duration-150 placeholder:text-ink-soft',
    'aria-invalid:border-bad disabled:opacity-60',
    className,
  )
}
