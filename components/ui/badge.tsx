import clsx from 'clsx'
import type { ReactNode } from 'react'

const TONES = {
  plain: 'border-line text-ink-soft',
  good: 'border-good text-good',
  warn: 'border-transparent bg-warn-ground text-warn-ink',
  bad: 'border-bad text-bad',
}

/** A state in one or two words; the words say it, the colour only repeats it. */
export function Badge({ tone = 'plain', children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-flex items-center whitespace-nowrap rounded-full border px-2 py-0.5 font-medium text-xs',
        TONES[tone],
      )}
    >
      {children}
    </span>
  )
}
